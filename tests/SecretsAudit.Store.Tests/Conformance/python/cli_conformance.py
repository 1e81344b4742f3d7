"""The store through the AWS CLI: what a person types, and what the shell sees."""
import json
import os
import subprocess
import unittest
import uuid


def aws(*arguments):
    return subprocess.run(
        ["/usr/bin/aws", "--endpoint-url", os.environ["AWS_ENDPOINT_URL"], "--region", "eu-west-1", "--output", "json", *arguments],
        capture_output=True, text=True, check=False)


class Cli(unittest.TestCase):
    def ok(self, *arguments):
        done = aws("secretsmanager", *arguments)
        self.assertEqual(0, done.returncode, done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else {}

    def test_a_secret_is_created_listed_read_and_deleted(self):
        name = f"cli/{uuid.uuid4()}"
        created = self.ok("create-secret", "--name", name, "--secret-string", "typed", "--tags", "Key=owner,Value=orders")
        self.assertEqual(name, created["Name"])
        self.assertEqual("typed", self.ok("get-secret-value", "--secret-id", name)["SecretString"])
        listed = self.ok("list-secrets", "--filters", f"Key=name,Values={name}")["SecretList"]
        self.assertEqual([created["ARN"]], [secret["ARN"] for secret in listed])
        self.ok("tag-resource", "--secret-id", name, "--tags", "Key=env,Value=prod")
        self.assertEqual(2, len(self.ok("describe-secret", "--secret-id", name)["Tags"]))
        self.ok("delete-secret", "--secret-id", name, "--force-delete-without-recovery")

    def test_an_error_goes_to_stderr_with_aws_s_words_and_exit_code_254(self):
        done = aws("secretsmanager", "get-secret-value", "--secret-id", "none")
        self.assertEqual(254, done.returncode)
        self.assertIn(
            "An error occurred (ResourceNotFoundException) when calling the GetSecretValue operation: Secrets Manager can't find the specified secret.",
            done.stderr)

    def test_a_random_password_has_the_length_asked_for(self):
        self.assertEqual(20, len(self.ok("get-random-password", "--password-length", "20")["RandomPassword"]))


if __name__ == "__main__":
    unittest.main()
