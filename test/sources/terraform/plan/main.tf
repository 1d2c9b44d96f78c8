terraform {
  required_providers {
    docker = {
      source  = "kreuzwerker/docker"
      version = "4.5.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "3.9.0"
    }
  }
}

variable "password" {
  type      = string
  sensitive = true
}

variable "port" {
  type    = number
  default = 8080
}

variable "remote" {
  type    = string
  default = "tcp://admin:hunter2@10.9.8.7:2376"
}

provider "docker" {}

provider "docker" {
  alias = "far"
  host  = var.remote
}

resource "random_pet" "name" {}

resource "docker_network" "back" {
  name = "shop-back"
  ipam_config {
    subnet  = "172.27.0.0/16"
    gateway = "172.27.0.1"
  }
}

resource "docker_network" "random" {
  name = random_pet.name.id
  ipam_config {
    subnet = "172.27.128.0/24"
  }
}

resource "docker_volume" "data" {}

resource "docker_container" "db" {
  name    = "shop-db"
  image   = "mariadb:11.4.2"
  env     = ["MARIADB_DATABASE=shop", "MARIADB_PASSWORD=${var.password}"]
  restart = "always"
  networks_advanced {
    name         = docker_network.back.id
    ipv4_address = "172.27.0.10"
    aliases      = ["db", "alpha"]
  }
  networks_advanced {
    name = docker_network.random.name
  }
  volumes {
    volume_name    = docker_volume.data.name
    container_path = "/var/lib/mysql"
  }
  upload {
    file    = "/etc/mysql/secret.cnf"
    content = "password=${var.password}"
  }
  dns        = ["10.0.0.53", "1.1.1.1"]
  memory     = 512
  depends_on = [module.web]
}

resource "docker_container" "sidecar" {
  name         = "shop-sidecar"
  image        = "busybox:latest"
  command      = ["sleep", "infinity"]
  network_mode = "container:${docker_container.db.id}"
}

resource "docker_container" "old" {
  count = 2
  name  = "shop-old-${count.index}"
  image = "nginx:1.27"
  ports {
    internal = 80
    external = var.port
  }
}

resource "docker_container" "elsewhere" {
  provider     = docker.far
  name         = "shop-far"
  image        = "nginx:1.27"
  network_mode = "host"
}

module "web" {
  source   = "./web"
  for_each = toset(["a", "b"])
  network  = docker_network.back.id
  title    = each.key
}
