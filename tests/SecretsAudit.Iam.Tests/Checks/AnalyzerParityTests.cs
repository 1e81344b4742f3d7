namespace SecretsAudit.Iam.Tests.Checks;

/// <summary>The checks of IAM Access Analyzer that concern secrets, keys and roles, each by its documented name.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html"/>
public class AnalyzerParityTests
{
    private const string Principal = "\"Principal\":{\"AWS\":\"111122223333\"}";

    private static string Of(string action, string resource = "\"*\"", string condition = "{}", string principal = Principal) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow",{{principal}},"Action":{{action}},"Resource":{{resource}},"Condition":{{condition}}}]}""";

    private static string Trust(string principal, string action, string condition = "{}") =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":{{action}},"Condition":{{condition}}}]}""";

    private static string Identity(string resource) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"{{resource}}"}]}""";

    private static PolicyRemark Single(string policy, PolicyKind kind, string id) => Assert.Single(PolicyCheck.Run(policy, kind).Remarks, remark => remark.Id == id);

    // Invalid action · Invalid service in action
    [Theory]
    [InlineData("secretsmanager:GetSecretsValue", "Did you mean secretsmanager:GetSecretValue?")]
    [InlineData("secretsmanager:ReadSecret*", "matches no action")]
    [InlineData("secretmanager:GetSecretValue", "Did you mean secretsmanager?")]
    [InlineData("secrets-manager:GetSecretValue", "Did you mean secretsmanager?")]
    public void An_action_that_does_not_exist_is_told_with_the_likely_one(string action, string hint) =>
        Assert.Contains(hint, Single(Of($"\"{action}\""), PolicyKind.Secret, PolicyRemarkIds.UnknownAction).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("kms:Decryp", PolicyKind.Key, "kms:Decrypt")]
    [InlineData("ssm:GetParamater", PolicyKind.Resource, "ssm:GetParameter")]
    [InlineData("sts:AsumeRole", PolicyKind.Resource, "sts:AssumeRole")]
    public void The_actions_of_KMS_Systems_Manager_and_STS_are_known_too(string action, PolicyKind kind, string meant) =>
        Assert.Contains(meant, Single(Of($"\"{action}\""), kind, PolicyRemarkIds.UnknownAction).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("secretsmanager:getsecretvalue")]
    [InlineData("secretsmanager:*")]
    [InlineData("secretsmanager:Get*Policy")]
    public void Case_and_wildcards_make_no_action_unknown(string action) =>
        Assert.DoesNotContain(PolicyCheck.Run(Of($"\"{action}\""), PolicyKind.Secret).Remarks, remark => remark.Id == PolicyRemarkIds.UnknownAction);

    // Unsupported action in policy
    [Theory]
    [InlineData("kms:Decrypt", PolicyKind.Secret)]
    [InlineData("secretsmanager:ListSecrets", PolicyKind.Secret)]
    [InlineData("s3:GetObject", PolicyKind.Key)]
    [InlineData("kms:GenerateRandom", PolicyKind.Key)]
    public void An_action_that_the_resource_has_no_say_in_is_told(string action, PolicyKind kind) => Single(Of($"\"{action}\""), kind, PolicyRemarkIds.UnsupportedAction);

    // Unsupported resource ARN in policy
    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:s3:::bucket", PolicyKind.Secret)]
    [InlineData("kms:Decrypt", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app-AbCdEf", PolicyKind.Key)]
    [InlineData("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:alias/app", PolicyKind.Key)]
    public void A_resource_of_another_kind_is_told(string action, string resource, PolicyKind kind) => Single(Of($"\"{action}\"", $"\"{resource}\""), kind, PolicyRemarkIds.UnsupportedResource);

    // Invalid ARN account · Invalid partition · Invalid ARN Region · ARN Region not allowed · Invalid ARN service case · Missing ARN field · Missing ARN Region
    [Theory]
    [InlineData("arn:aws:secretsmanager:eu-west-1:11112222333:secret:app", "twelve digits")]
    [InlineData("arn:amazon:secretsmanager:eu-west-1:111122223333:secret:app", "no partition")]
    [InlineData("arn:aws:secretsmanager:eu-wast-1:111122223333:secret:app", "Did you mean eu-west-1?")]
    [InlineData("arn:aws:secretsmanager:us-east:111122223333:secret:app", "Did you mean us-east-1?")]
    [InlineData("arn:aws:iam:us-east-1:111122223333:role/app", "no region")]
    [InlineData("arn:aws:SecretsManager:eu-west-1:111122223333:secret:app", "lower case")]
    [InlineData("arn:aws:secretsmanager:eu-west-1:secret", "of the six parts")]
    [InlineData("arn:aws:secretsmanager::111122223333:secret:app", "have a region")]
    public void An_ARN_that_nothing_can_have_is_told_with_its_reason(string resource, string reason) =>
        Assert.Contains(reason, Single(Identity(resource), PolicyKind.Identity, PolicyRemarkIds.MalformedArn).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("arn:aws:secretsmanager:*:*:secret:app-*")]
    [InlineData("arn:aws:secretsmanager:eu-west-9:111122223333:secret:app-*")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:s3:::bucket/*")]
    [InlineData("arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/*")]
    public void An_ARN_that_something_can_have_is_not_remarked_on(string resource) =>
        Assert.DoesNotContain(PolicyCheck.Run(Identity(resource), PolicyKind.Identity).Remarks, remark => remark.Id == PolicyRemarkIds.MalformedArn);

    // Redundant resource
    [Fact]
    public void A_resource_that_another_one_contains_is_redundant() =>
        Single(Of("\"secretsmanager:GetSecretValue\"", """["arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/*","arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/db-AbCdEf"]"""), PolicyKind.Secret, PolicyRemarkIds.RedundantResource);

    // Wildcard in service name
    [Fact]
    public void A_wildcard_in_a_service_s_name_is_told() => Single(Of("\"secrets*:GetSecretValue\""), PolicyKind.Secret, PolicyRemarkIds.WildcardService);

    // Invalid condition multiple Boolean · Missing qualifier · Missing paired condition keys · Improve IP range · Redundant condition value num · Deprecated global condition key · Invalid service condition key
    [Theory]
    [InlineData("""{"Bool":{"aws:SecureTransport":["true","false"]}}""", "multiple-booleans")]
    [InlineData("""{"StringLike":{"aws:PrincipalOrgPaths":"o-a1b2c3d4e5/*"}}""", "missing-qualifier")]
    [InlineData("""{"IpAddress":{"aws:VpcSourceIp":"10.0.0.0/16"}}""", "unpaired-key")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"203.0.113.5/24"}}""", "untidy-range")]
    [InlineData("""{"NumericLessThan":{"aws:MultiFactorAuthAge":["2700","3600"]}}""", "redundant-value")]
    [InlineData("""{"StringEquals":{"aws:PrincipalAccount":["111122223333","111122223333"]}}""", "redundant-value")]
    [InlineData("""{"ArnEquals":{"aws:ARN":"arn:aws:iam::111122223333:role/app"}}""", "unsupported-key")]
    public void A_condition_whose_form_does_not_fit_is_told(string condition, string id) => Single(Of("\"secretsmanager:GetSecretValue\"", condition: condition), PolicyKind.Secret, id);

    [Theory]
    [InlineData("""{"StringEquals":{"kms:CallerAcount":"111122223333"}}""", true)]
    [InlineData("""{"StringEquals":{"secretsmanager:SecretId":"app"}}""", true)]
    [InlineData("""{"StringEquals":{"kms:EncryptionContext:SecretARN":"x"}}""", false)]
    [InlineData("""{"StringEquals":{"kms:ViaService":"secretsmanager.eu-west-1.amazonaws.com"}}""", false)]
    public void Keys_that_requests_for_a_key_do_not_have_are_told(string condition, bool expected) =>
        Assert.Equal(expected, PolicyCheck.Run(Of("\"kms:Decrypt\"", condition: condition), PolicyKind.Key).Remarks.Any(remark => remark.Id == PolicyRemarkIds.UnsupportedKey));

    // Unsupported condition key for service principal
    [Fact]
    public void A_service_has_no_organisation() =>
        Single(Of("\"secretsmanager:GetSecretValue\"", condition: """{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}""", principal: """ "Principal":{"Service":"lambda.amazonaws.com"} """), PolicyKind.Secret, PolicyRemarkIds.UnsupportedKey);

    // Mismatched action for principal · Missing action for roles anywhere trust policy
    [Theory]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:saml-provider/idp"}""", "\"sts:AssumeRoleWithWebIdentity\"", "sts:AssumeRoleWithSAML")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:oidc-provider/idp.example.com"}""", "\"sts:AssumeRole\"", "sts:AssumeRoleWithWebIdentity")]
    [InlineData("""{"Service":"lambda.amazonaws.com"}""", "\"sts:AssumeRoleWithSAML\"", "sts:AssumeRole")]
    [InlineData("""{"Service":"rolesanywhere.amazonaws.com"}""", "\"sts:AssumeRole\"", "tagsession and setsourceidentity")]
    public void An_action_that_the_principal_cannot_call_is_told(string principal, string action, string fitting) =>
        Assert.Contains(fitting, Single(Trust(principal, action), PolicyKind.RoleTrust, PolicyRemarkIds.MismatchedAction).Message, StringComparison.Ordinal);

    // Missing condition key for oidc principal · Missing github repo condition key · Specific github repo and branch recommended
    [Theory]
    [InlineData("idp.example.com", "{}", true)]
    [InlineData("idp.example.com", """{"StringEquals":{"idp.example.com:sub":"u"}}""", false)]
    [InlineData("token.actions.githubusercontent.com", """{"StringEquals":{"token.actions.githubusercontent.com:aud":"sts.amazonaws.com"}}""", true)]
    [InlineData("token.actions.githubusercontent.com", """{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:octo-org/*:*"}}""", true)]
    [InlineData("token.actions.githubusercontent.com", """{"StringLike":{"token.actions.githubusercontent.com:sub":"repo:octo-org/octo-repo:*"}}""", false)]
    public void A_provider_whose_users_are_not_told_apart_is_open(string provider, string condition, bool expected)
    {
        var policy = Trust($$"""{"Federated":"arn:aws:iam::111122223333:oidc-provider/{{provider}}"}""", "\"sts:AssumeRoleWithWebIdentity\"", condition);

        Assert.Equal(expected, PolicyCheck.Run(policy, PolicyKind.RoleTrust).Remarks.Any(remark => remark.Id == PolicyRemarkIds.OpenProvider));
    }

    // Redundant principal in role trust policy
    [Fact]
    public void A_session_beside_its_role_is_redundant() =>
        Single(Trust("""{"AWS":["arn:aws:iam::111122223333:role/app","arn:aws:sts::111122223333:assumed-role/app/s1"]}""", "\"sts:AssumeRole\""), PolicyKind.RoleTrust, PolicyRemarkIds.RedundantPrincipal);

    // Empty Sid value · Unique Sids recommended
    [Fact]
    public void Ids_of_statements_are_neither_empty_nor_repeated()
    {
        const string statement = """{"Sid":"SID","Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"kms:Decrypt","Resource":"*"}""";
        string Twice(string sid) => $$"""{"Version":"2012-10-17","Statement":[{{statement.Replace("SID", sid, StringComparison.Ordinal)}},{{statement.Replace("SID", sid, StringComparison.Ordinal).Replace("Decrypt", "Encrypt", StringComparison.Ordinal)}}]}""";

        Single(Twice("a"), PolicyKind.Key, PolicyRemarkIds.RepeatedSid);
        Assert.Equal(2, PolicyCheck.Run(Twice(""), PolicyKind.Key).Remarks.Count(remark => remark.Id == PolicyRemarkIds.EmptySid));
    }

    // Pass role with star in resource · Pass role with NotResource
    [Theory]
    [InlineData(""" "Action":"iam:PassRole","Resource":"*" """, true)]
    [InlineData(""" "Action":"iam:Pass*","Resource":"arn:aws:iam::*:role/*" """, true)]
    [InlineData(""" "Action":"iam:PassRole","NotResource":"arn:aws:iam::111122223333:role/admin" """, true)]
    [InlineData(""" "Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/rotation" """, false)]
    [InlineData(""" "Action":"iam:PassRole","Resource":"*","Condition":{"StringEquals":{"iam:PassedToService":"lambda.amazonaws.com"}} """, false)]
    public void Passing_every_role_is_told(string rest, bool expected) =>
        Assert.Equal(expected, PolicyCheck.Run($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow",{{rest}}}]}""", PolicyKind.Identity).Remarks.Any(remark => remark.Id == PolicyRemarkIds.PassAnyRole));

    // Type mismatch · Invalid condition operator
    [Theory]
    [InlineData("""{"StringEquals":{"aws:SourceIp":"203.0.113.5"}}""", true)]
    [InlineData("""{"StringLike":{"aws:CurrentTime":"2026-*"}}""", true)]
    [InlineData("""{"NumericEquals":{"aws:PrincipalAccount":"111122223333"}}""", true)]
    [InlineData("""{"Bool":{"aws:SecureTransport":"true"}}""", false)]
    [InlineData("""{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/*"}}""", false)]
    [InlineData("""{"NumericLessThan":{"aws:EpochTime":"1800000000"}}""", false)]
    public void An_operator_that_does_not_fit_its_key_is_told(string condition, bool expected) =>
        Assert.Equal(expected, PolicyCheck.Run(Of("\"secretsmanager:GetSecretValue\"", condition: condition), PolicyKind.Secret).Remarks.Any(remark => remark.Id == PolicyRemarkIds.MismatchedOperator));

    // https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1
    [Theory]
    [InlineData("secretsmanager:GetSecretValue", "*", true)]
    [InlineData("kms:*", "arn:aws:kms:*:111122223333:key/*", true)]
    [InlineData("ssm:Get*", "arn:aws:ssm:*:*:parameter/*", true)]
    [InlineData("secretsmanager:ListSecrets", "*", false)]
    [InlineData("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:app/*", false)]
    public void An_identity_policy_that_reads_every_secret_is_told(string action, string resource, bool expected)
    {
        var policy = Identity(resource).Replace("secretsmanager:GetSecretValue", action, StringComparison.Ordinal);

        Assert.Equal(expected, PolicyCheck.Run(policy, PolicyKind.Identity).Remarks.Any(remark => remark.Id == PolicyRemarkIds.ReadsAll));
    }

    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
    [Theory]
    [InlineData(""" "Version":"2012-10-17", """, "Deny", "secretsmanager:*", true)]
    [InlineData("", "Deny", "secretsmanager:*", false)]
    [InlineData(""" "Version":"2012-10-17", """, "Deny", "*", false)]
    [InlineData(""" "Version":"2012-10-17", """, "Allow", "secretsmanager:*", false)]
    [InlineData(""" "Version":"2012-10-17", """, "Allow", "*", true)]
    public void A_resource_control_policy_denies_actions_of_services_it_names(string version, string effect, string action, bool expected) =>
        Assert.Equal(expected, PolicyDocument.Parse($$"""{ {{version}} "Statement":[{"Effect":"{{effect}}","Principal":"*","Action":"{{action}}","Resource":"*"}]}""", PolicyKind.ResourceControl).IsValid);

    [Fact]
    public void Every_remark_s_id_has_a_title_and_a_remedy()
    {
        var ids = typeof(PolicyRemarkIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(ids, PolicyRemarkKind.All.Select(kind => kind.Id).Order(StringComparer.Ordinal));
        Assert.All(PolicyRemarkKind.All, kind => Assert.True(kind.Title.EndsWith('.') && kind.Remedy.EndsWith('.')));
    }
}
