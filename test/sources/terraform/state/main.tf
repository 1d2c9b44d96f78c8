terraform {
  required_providers {
    docker = {
      source  = "kreuzwerker/docker"
      version = "4.5.0"
    }
  }
}

variable "token" {
  type      = string
  sensitive = true
}

resource "docker_network" "back" {
  name = "chk-back"
  ipam_config {
    subnet  = "10.222.7.0/24"
    gateway = "10.222.7.1"
  }
}

resource "docker_volume" "data" {
  name = "chk-data"
}

resource "docker_container" "one" {
  name    = "chk-one"
  image   = "busybox:latest"
  command = ["sleep", "1000"]
  env     = ["TOKEN=${var.token}"]
  networks_advanced {
    name         = docker_network.back.id
    ipv4_address = "10.222.7.10"
    aliases      = ["one"]
  }
  volumes {
    volume_name    = docker_volume.data.name
    container_path = "/data"
  }
  ports {
    internal = 80
    external = 18222
    ip       = "127.0.0.1"
  }
  destroy_grace_seconds = 1
}

resource "docker_container" "two" {
  name                  = "chk-two"
  image                 = "busybox:latest"
  command               = ["sleep", "1000"]
  network_mode          = "container:${docker_container.one.id}"
  destroy_grace_seconds = 1
}
