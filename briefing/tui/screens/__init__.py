"""What is on the wall: one file a room, each a call on the desk away from its values."""
