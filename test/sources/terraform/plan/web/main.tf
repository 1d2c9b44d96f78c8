terraform {
  required_providers {
    docker = {
      source = "kreuzwerker/docker"
    }
  }
}

variable "network" { type = string }
variable "title" { type = string }

resource "docker_container" "this" {
  name  = "shop-web-${var.title}"
  image = "nginx:1.27"
  networks_advanced {
    name = var.network
  }
  healthcheck {
    test     = ["CMD", "true"]
    interval = "30s"
  }
}
