using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The key policies that AWS writes itself.</summary>
internal static class KeyPolicies
{
    /// <summary>What a key made without a policy gets: the account's IAM policies decide.</summary>
    /// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"/>
    public static string Default(string account, string region) =>
        $$"""
        {
          "Version" : "2012-10-17",
          "Id" : "key-default-1",
          "Statement" : [ {
            "Sid" : "Enable IAM User Permissions",
            "Effect" : "Allow",
            "Principal" : {
              "AWS" : "arn:{{Arn.Partition(region)}}:iam::{{account}}:root"
            },
            "Action" : "kms:*",
            "Resource" : "*"
          } ]
        }
        """;

    /// <summary>Everyone in the account, through the service only.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html#security-encryption-policies"/>
    public static string AwsManaged(string service, string account, string region) =>
        service == "secretsmanager" ? SecretsManager(account, region) : Parameters(account, region);

    private static string SecretsManager(string account, string region) =>
        $$$$$"""
        {"Version":"2012-10-17","Id":"auto-secretsmanager-2","Statement":[{"Sid":"Allow access through AWS Secrets Manager for all principals in the account that are authorized to use AWS Secrets Manager","Effect":"Allow","Principal":{"AWS":"*"},"Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:CreateGrant","kms:DescribeKey"],"Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"{{{{{account}}}}}","kms:ViaService":"secretsmanager.{{{{{region}}}}}.amazonaws.com"}}},{"Sid":"Allow access through AWS Secrets Manager for all principals in the account that are authorized to use AWS Secrets Manager","Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:GenerateDataKey*","Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"{{{{{account}}}}}"},"StringLike":{"kms:ViaService":"secretsmanager.{{{{{region}}}}}.amazonaws.com"}}},{"Sid":"Allow direct access to key metadata to the account","Effect":"Allow","Principal":{"AWS":"arn:{{{{{Arn.Partition(region)}}}}}:iam::{{{{{account}}}}}:root"},"Action":["kms:Describe*","kms:Get*","kms:List*","kms:RevokeGrant"],"Resource":"*"}]}
        """;

    // https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html
    private static string Parameters(string account, string region) =>
        $$$$$"""
        {"Version":"2012-10-17","Id":"auto-ssm-1","Statement":[{"Sid":"Allow access through SSM for all principals in the account that are authorized to use SSM","Effect":"Allow","Principal":{"AWS":"*"},"Action":["kms:Encrypt","kms:Decrypt","kms:ReEncrypt*","kms:GenerateDataKey*","kms:CreateGrant","kms:DescribeKey"],"Resource":"*","Condition":{"StringEquals":{"kms:CallerAccount":"{{{{{account}}}}}","kms:ViaService":"ssm.{{{{{region}}}}}.amazonaws.com"}}},{"Sid":"Allow direct access to key metadata to the account","Effect":"Allow","Principal":{"AWS":"arn:{{{{{Arn.Partition(region)}}}}}:iam::{{{{{account}}}}}:root"},"Action":["kms:Describe*","kms:Get*","kms:List*","kms:RevokeGrant"],"Resource":"*"}]}
        """;
}
