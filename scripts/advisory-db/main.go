// Command advisory-db writes a Trivy vulnerability database from facts in YAML.
//
// The facts have the form of github.com/aquasecurity/bolt-fixtures, which Trivy's own tests use: a list of buckets,
// each with pairs that are buckets again or keys with values; a value is stored as JSON.
//
// The same facts give the same bytes on every machine: the page size is fixed, and every bucket has a transaction of
// its own, in sorted order, because bbolt writes the buckets of one transaction in the order of a Go map.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	bolt "go.etcd.io/bbolt"
	"go.yaml.in/yaml/v3"
)

type fixture struct {
	Bucket string    `yaml:"bucket"`
	Pairs  []fixture `yaml:"pairs"`
	Key    string    `yaml:"key"`
	Value  any       `yaml:"value"`
}

// A bucket's keys and values by the bucket's path, its parts joined with the separator.
type buckets map[string]map[string][]byte

// Never part of a bucket's name.
const separator = "\x00"

// bbolt takes the operating system's page size otherwise.
const pageSize = 4096

func main() {
	out := flag.String("out", "", "database file to write")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: advisory-db -out FILE FACTS.yaml...")
	}
	flag.Parse()
	if *out == "" || flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "advisory-db:", err)
		os.Exit(1)
	}
}

func run(out string, files []string) error {
	all := buckets{}
	for _, file := range files {
		if err := read(file, all); err != nil {
			return fmt.Errorf("%s: %w", filepath.Base(file), err)
		}
	}
	if err := os.Remove(out); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return write(out, all)
}

func read(file string, all buckets) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var fixtures []fixture
	if err := yaml.Unmarshal(text, &fixtures); err != nil {
		return err
	}
	return collect(all, "", fixtures)
}

func collect(all buckets, path string, fixtures []fixture) error {
	for _, f := range fixtures {
		if f.Bucket != "" {
			if err := collect(all, path+separator+f.Bucket, f.Pairs); err != nil {
				return err
			}
			continue
		}
		if f.Key == "" || path == "" {
			return fmt.Errorf("a pair needs a key and must stand in a bucket (%q)", f.Key)
		}
		value, err := json.Marshal(f.Value)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Key, err)
		}
		if all[path] == nil {
			all[path] = map[string][]byte{}
		}
		if _, twice := all[path][f.Key]; twice {
			return fmt.Errorf("%s stands twice in %s", f.Key, strings.ReplaceAll(path[1:], separator, " / "))
		}
		all[path][f.Key] = value
	}
	return nil
}

func write(out string, all buckets) error {
	db, err := bolt.Open(out, 0o644, &bolt.Options{PageSize: pageSize, FreelistType: bolt.FreelistArrayType})
	if err != nil {
		return err
	}
	for _, path := range slices.Sorted(maps.Keys(all)) {
		err := db.Update(func(tx *bolt.Tx) error { return put(tx, path, all[path]) })
		if err != nil {
			return errors.Join(err, db.Close())
		}
	}
	return db.Close()
}

func put(tx *bolt.Tx, path string, pairs map[string][]byte) error {
	names := strings.Split(path[1:], separator)
	bucket, err := tx.CreateBucketIfNotExists([]byte(names[0]))
	if err != nil {
		return err
	}
	for _, name := range names[1:] {
		if bucket, err = bucket.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(pairs)) {
		if err := bucket.Put([]byte(key), pairs[key]); err != nil {
			return err
		}
	}
	return nil
}
