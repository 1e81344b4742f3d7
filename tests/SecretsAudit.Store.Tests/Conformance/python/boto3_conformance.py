"""The store through boto3. Endpoint and credentials come from the AWS_ variables, as for any program."""
import base64
import datetime
import json
import unittest
import uuid

import boto3
from botocore.exceptions import ClientError


def client(service="secretsmanager", region="eu-west-1"):
    import os

    return boto3.client(service, region_name=region, endpoint_url=os.environ["AWS_ENDPOINT_URL"])


# A certificate that nobody has the key of.
CERTIFICATE = (
    "MIIDFzCCAf+gAwIBAgIUVNs/0NdFV3/Mc3XvE5/LnWkYA+UwDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMCAXDTI2MTEyNjEx"
    "MzA0M1oYDzIxMjYxMTAyMTEzMDQzWjAaMRgwFgYDVQQDDA9pZHAuZXhhbXBsZS5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQDEnFEn5Npx"
    "kfuRPTSZ7aJGmVUsvzOVbUIWfXshsA/VTUFceTy6ekVbGDUDczV0RG9BwXSXE9k0NEaJ4Uc8+AhYrpLMVTRwTPy8zb5Rd6Z4BIo7i7Nvla52I2oMANuZ9plq"
    "aDqYKcUTFHWqjJ32H4HgrTXxua/ABafQyWnDsIHIq2IH+NdQzm4Ki3FKkRNGqXz2S4n5QLvhvWrJbz+/HMo8qqFkaWH3f1PTN+z+6526IYqH9knxfaJMgpB6"
    "bbt94FYXQLCTRA43pE1zg+A+LuufawQTUlSMGI5nX1bfbKiqVs4C0g5A0xF3BHZPjX3d/Q9YC8sm/8aJhWwaW7RPZHqbAgMBAAGjUzBRMB0GA1UdDgQWBBQ/"
    "dJ+2usKJIwZYehGekSEhgON4mjAfBgNVHSMEGDAWgBQ/dJ+2usKJIwZYehGekSEhgON4mjAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBt"
    "CnFux2mGGNZ0fYvnBP1+C1A/sK64juSBuWNVansS0C99/S4OPUCNkjA5eY6jeMi3OPI7kq+Q7k40B0cq3cCuxWuFhzbYTTIFbIgj4V0SDKpChtcZkWlTM9L3"
    "QWjp+mtp5dKwYKPqAVAnraSY3pToD67JtdMx9kcMh0Gs1NGR3tbHAoBbqQv4reSvdjrb41/Yx1WJCfV85Mu7k7KiBHOEPPwc6ohdfXdJ5M4FkKe+oJupsWew"
    "TyqvZ7NhiUQZ7PadHOo3UpEAR64xJUrNRU2Sy943ZP8SeQg9BSJYdCFnYdso31kof9DIjOQH7/Kj/VR41VTkD+t+dJv8WVzk239D"
)
METADATA = """<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml">
<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing">
<KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>""" + CERTIFICATE + """</X509Certificate></X509Data></KeyInfo>
</KeyDescriptor></IDPSSODescriptor></EntityDescriptor>"""


class Boto3(unittest.TestCase):
    def setUp(self):
        self.sm = client()
        self.name = f"boto3/{uuid.uuid4()}"

    def refused(self, call, **request):
        with self.assertRaises(ClientError) as caught:
            call(**request)
        return caught.exception.response

    def test_a_secret_is_created_read_changed_and_deleted(self):
        created = self.sm.create_secret(Name=self.name, SecretString="first", Tags=[{"Key": "owner", "Value": "orders"}])
        self.assertRegex(created["ARN"], r"^arn:aws:secretsmanager:eu-west-1:123456789012:secret:.*-[A-Za-z0-9]{6}$")
        self.assertEqual("first", self.sm.get_secret_value(SecretId=created["ARN"])["SecretString"])
        self.assertEqual("first", self.sm.get_secret_value(SecretId=created["ARN"][:-7])["SecretString"])
        self.sm.put_secret_value(SecretId=self.name, SecretString="second")
        self.assertEqual("first", self.sm.get_secret_value(SecretId=self.name, VersionStage="AWSPREVIOUS")["SecretString"])
        deleted = self.sm.delete_secret(SecretId=self.name, RecoveryWindowInDays=7)
        self.assertEqual(7, round((deleted["DeletionDate"] - datetime.datetime.now(datetime.timezone.utc)).total_seconds() / 86400))
        self.sm.restore_secret(SecretId=self.name)
        self.sm.delete_secret(SecretId=self.name, ForceDeleteWithoutRecovery=True)

    def test_dates_are_datetimes_and_the_day_of_last_access_has_no_time(self):
        self.sm.create_secret(Name=self.name, SecretString="x")
        self.sm.get_secret_value(SecretId=self.name)
        described = self.sm.describe_secret(SecretId=self.name)
        self.assertIsInstance(described["CreatedDate"], datetime.datetime)
        accessed = described["LastAccessedDate"].astimezone(datetime.timezone.utc)
        self.assertEqual((0, 0, 0), (accessed.hour, accessed.minute, accessed.second))

    def test_bytes_come_back_as_bytes(self):
        self.sm.create_secret(Name=self.name, SecretBinary=b"\x00\x01\xff")
        self.assertEqual(b"\x00\x01\xff", self.sm.get_secret_value(SecretId=self.name)["SecretBinary"])

    def test_errors_are_the_modelled_exceptions_with_their_message(self):
        with self.assertRaises(self.sm.exceptions.ResourceNotFoundException) as caught:
            self.sm.get_secret_value(SecretId="none")
        error = caught.exception.response
        self.assertEqual("Secrets Manager can't find the specified secret.", error["Error"]["Message"])
        self.assertEqual(400, error["ResponseMetadata"]["HTTPStatusCode"])
        self.assertTrue(error["ResponseMetadata"]["RequestId"])
        self.sm.create_secret(Name=self.name, SecretString="x")
        self.assertEqual("ResourceExistsException", self.refused(self.sm.create_secret, Name=self.name, SecretString="x")["Error"]["Code"])
        self.assertEqual("ValidationException", self.refused(self.sm.describe_secret, SecretId="not a name")["Error"]["Code"])

    def test_the_token_that_boto3_fills_in_is_the_version(self):
        version = self.sm.create_secret(Name=self.name, SecretString="x")["VersionId"]
        self.assertEqual(version, str(uuid.UUID(version)))

    def test_paginators_walk_every_page(self):
        names = sorted(f"{self.name}/{i}" for i in range(5))
        for name in names:
            self.sm.create_secret(Name=name)
        pages = self.sm.get_paginator("list_secrets").paginate(
            Filters=[{"Key": "name", "Values": [self.name]}], PaginationConfig={"PageSize": 2})
        self.assertEqual(names, sorted(secret["Name"] for page in pages for secret in page["SecretList"]))

    def test_replicas_are_read_in_their_region(self):
        self.sm.create_secret(Name=self.name, SecretString="x", AddReplicaRegions=[{"Region": "us-east-1"}])
        self.assertEqual("x", client(region="us-east-1").get_secret_value(SecretId=self.name)["SecretString"])
        self.sm.remove_regions_from_replication(SecretId=self.name, RemoveReplicaRegions=["us-east-1"])

    def test_a_resource_policy_round_trips_and_a_public_one_is_blocked(self):
        self.sm.create_secret(Name=self.name)
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}
        error = self.refused(self.sm.put_resource_policy, SecretId=self.name, ResourcePolicy=json.dumps(policy), BlockPublicPolicy=True)
        self.assertEqual("PublicPolicyException", error["Error"]["Code"])
        policy["Statement"][0]["Principal"] = {"AWS": "arn:aws:iam::123456789012:root"}
        self.sm.put_resource_policy(SecretId=self.name, ResourcePolicy=json.dumps(policy), BlockPublicPolicy=True)
        self.assertEqual(policy, json.loads(self.sm.get_resource_policy(SecretId=self.name)["ResourcePolicy"]))

    def test_a_disabled_key_makes_its_secret_unreadable_and_enabling_brings_it_back(self):
        kms = client("kms")
        key = kms.create_key()["KeyMetadata"]["KeyId"]
        self.sm.create_secret(Name=self.name, SecretString="x", KmsKeyId=key)
        kms.disable_key(KeyId=key)
        self.assertIn(self.refused(self.sm.get_secret_value, SecretId=self.name)["Error"]["Code"], ("DecryptionFailure", "AccessDeniedException"))
        kms.enable_key(KeyId=key)
        self.assertEqual("x", self.sm.get_secret_value(SecretId=self.name)["SecretString"])

    def test_a_wrong_secret_key_is_refused(self):
        import os

        stranger = boto3.client("secretsmanager", region_name="eu-west-1", endpoint_url=os.environ["AWS_ENDPOINT_URL"],
                                aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key="not the secret")
        self.assertEqual("InvalidSignatureException", self.refused(stranger.list_secrets)["Error"]["Code"])

    def test_sts_says_who_calls(self):
        self.assertEqual("123456789012", client("sts").get_caller_identity()["Account"])
        self.assertEqual("arn:aws-cn:iam::123456789012:root", client("sts", "cn-north-1").get_caller_identity()["Arn"])

    def test_a_saml_provider_is_kept_and_an_unsigned_assertion_is_not_believed(self):
        iam = client("iam")
        arn = iam.create_saml_provider(Name="corporate", SAMLMetadataDocument=METADATA, Tags=[{"Key": "team", "Value": "identity"}])["SAMLProviderArn"]
        self.assertEqual("arn:aws:iam::123456789012:saml-provider/corporate", arn)
        provider = iam.get_saml_provider(SAMLProviderArn=arn)
        self.assertEqual((METADATA, 100), (provider["SAMLMetadataDocument"], provider["ValidUntil"].year - provider["CreateDate"].year))
        self.assertEqual([arn], [listed["Arn"] for listed in iam.list_saml_providers()["SAMLProviderList"]])
        self.assertEqual([{"Key": "team", "Value": "identity"}], iam.list_saml_provider_tags(SAMLProviderArn=arn)["Tags"])
        response = """<p:Response xmlns:p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns="urn:oasis:names:tc:SAML:2.0:assertion"><Assertion ID="a">
            <Issuer>https://idp.example.com/saml</Issuer><Subject><NameID>jane</NameID></Subject></Assertion></p:Response>"""
        refusal = self.refused(client("sts").assume_role_with_saml, RoleArn="arn:aws:iam::123456789012:role/analyst", PrincipalArn=arn,
                               SAMLAssertion=base64.b64encode(response.encode()).decode())["Error"]
        self.assertEqual(("InvalidIdentityToken", "Response signature invalid"), (refusal["Code"], refusal["Message"]))
        iam.delete_saml_provider(SAMLProviderArn=arn)
        self.assertEqual("NoSuchEntity", self.refused(iam.get_saml_provider, SAMLProviderArn=arn)["Error"]["Code"])

    def test_an_open_id_provider_is_tagged_and_changed(self):
        iam = client("iam")
        arn = iam.create_open_id_connect_provider(Url="https://oidc.example.com/boto3", ClientIDList=["a"], ThumbprintList=["d" * 40], Tags=[{"Key": "team", "Value": "platform"}])["OpenIDConnectProviderArn"]
        iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="b")
        iam.remove_client_id_from_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="a")
        iam.update_open_id_connect_provider_thumbprint(OpenIDConnectProviderArn=arn, ThumbprintList=["c" * 40])
        iam.untag_open_id_connect_provider(OpenIDConnectProviderArn=arn, TagKeys=["team"])
        provider = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
        self.assertEqual((["b"], ["c" * 40], []), (provider["ClientIDList"], provider["ThumbprintList"], iam.list_open_id_connect_provider_tags(OpenIDConnectProviderArn=arn)["Tags"]))


if __name__ == "__main__":
    unittest.main()
