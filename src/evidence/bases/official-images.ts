import type { ImageReference } from '../../dockerfile/image-reference.ts';

/** Docker's official images (hub.docker.com/u/library) that anything is built upon. Other short names are local ones. */
const OFFICIAL = new Set(
  (
    'adminer aerospike almalinux alpine alt amazoncorretto amazonlinux arangodb archlinux bash bonita buildpack-deps ' +
    'busybox caddy cassandra centos chronograf cirros clearlinux clefos clickhouse clojure composer convertigo couchbase ' +
    'couchdb crate dart debian docker drupal eclipse-mosquitto eclipse-temurin elasticsearch elixir emqx erlang fedora ' +
    'flink fluentd friendica gazebo gcc geonetwork ghost golang gradle groovy haproxy haskell haxe hitch httpd hylang ' +
    'ibmjava influxdb irssi java jetty joomla jruby julia kapacitor kibana kong krakend lightstreamer liquibase logstash ' +
    'mageia mariadb matomo maven mediawiki memcached mongo mongo-express monica mysql nats neo4j neurodebian nextcloud ' +
    'nginx node odoo open-liberty openjdk oraclelinux orientdb percona perl photon php phpmyadmin plone postfixadmin ' +
    'postgres pypy python r-base rabbitmq rakudo-star redis redmine registry rethinkdb rocket.chat rockylinux ros ruby ' +
    'rust sapmachine satosa scratch silverpeas solr sonarqube spark spiped storm swift swipl telegraf tomcat tomee ' +
    'traefik ubuntu unit varnish vault wordpress xwiki yourls znc zookeeper'
  ).split(' '),
);

/** Whether a name is that of a public image: a build that tags its own result so does not make the public one. */
export function isOfficialImage({ registry, repository }: ImageReference): boolean {
  return (
    registry === 'docker.io' && repository.startsWith('library/') && OFFICIAL.has(repository.slice('library/'.length))
  );
}
