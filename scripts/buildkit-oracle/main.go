// Command buildkit-oracle answers, for Dockerfiles on standard input, what BuildKit itself computes.
// One JSON request a line in, one JSON answer a line out, in the same order.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/containerd/platforms"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerui"
	dockerspec "github.com/moby/docker-image-spec/specs-go/v1"
	"github.com/opencontainers/go-digest"
)

type request struct {
	Text      string            `json:"text"`
	Bytes     []byte            `json:"bytes"` // base64; instead of text, for what is not UTF-8
	Target    string            `json:"target"`
	BuildArgs map[string]string `json:"buildArgs"`
	Platform  string            `json:"platform"`
	// Image configs by normalised reference; any other base is an empty config.
	Bases map[string]json.RawMessage `json:"bases"`
}

type answer struct {
	Error  string                           `json:"error,omitempty"`
	Line   int                              `json:"line,omitempty"`
	Panic  bool                             `json:"panic,omitempty"`
	Config *dockerspec.DockerOCIImageConfig `json:"config,omitempty"`
	// References asked for, sorted: the images of the reachable stages.
	Pulled []string `json:"pulled,omitempty"`
}

type resolver struct {
	bases map[string]json.RawMessage
	asked chan string
}

func (r resolver) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	r.asked <- ref
	if config, ok := r.bases[ref]; ok {
		return ref, "", config, nil
	}
	return ref, "", []byte("{}"), nil
}

func ask(req request) (ans answer) {
	// A text on which BuildKit itself falls over must not end the run.
	defer func() {
		if p := recover(); p != nil {
			ans = answer{Error: fmt.Sprint(p), Panic: true}
		}
	}()
	platform, err := platforms.Parse(req.Platform)
	if err != nil {
		return answer{Error: err.Error()}
	}
	text := req.Bytes
	if text == nil {
		text = []byte(req.Text)
	}
	// Bases are resolved side by side.
	asked := make(chan string)
	done := make(chan []string)
	go func() {
		pulled := []string{}
		for ref := range asked {
			pulled = append(pulled, ref)
		}
		slices.Sort(pulled)
		done <- slices.Compact(pulled)
	}()
	result, err := dockerfile2llb.Dockerfile2LLB(context.Background(), text, dockerfile2llb.ConvertOpt{
		Config:         dockerui.Config{BuildArgs: req.BuildArgs, Target: req.Target},
		TargetPlatform: &platform,
		MetaResolver:   resolver{bases: req.Bases, asked: asked},
	})
	close(asked)
	pulled := <-done
	if err != nil {
		ans = answer{Error: err.Error()}
		var located *parser.LocationError
		if errors.As(err, &located) && len(located.Locations) > 0 && len(located.Locations[0]) > 0 {
			ans.Line = located.Locations[0][0].Start.Line
		}
		return ans
	}
	return answer{Config: &result.Image.Config, Pulled: pulled}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	decoder := json.NewDecoder(in)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for decoder.More() {
		var req request
		if err := decoder.Decode(&req); err != nil {
			fmt.Fprintln(os.Stderr, "buildkit-oracle: not a request:", err)
			os.Exit(2)
		}
		if err := encoder.Encode(ask(req)); err != nil {
			fmt.Fprintln(os.Stderr, "buildkit-oracle:", err)
			os.Exit(1)
		}
	}
	if err := out.Flush(); err != nil {
		os.Exit(1)
	}
}
