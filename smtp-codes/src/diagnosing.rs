//! Why was it refused?
