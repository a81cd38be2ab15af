"""What the tests stand on: databases, running sites, browsers, the cast."""
