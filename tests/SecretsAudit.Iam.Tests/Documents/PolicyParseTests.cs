namespace SecretsAudit.Iam.Tests.Documents;

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
public class PolicyParseTests
{
    [Fact]
    public void A_policy_is_read_with_every_element()
    {
        var policy = Policies.Parse("""
            {
              "Version": "2012-10-17",
              "Id": "share",
              "Statement": {
                "Sid": "Read it",
                "Effect": "Allow",
                "Principal": {"AWS": ["444455556666", "arn:aws:iam::777788889999:role/team/reader"], "Service": "lambda.amazonaws.com"},
                "Action": ["secretsmanager:GetSecretValue", "secretsmanager:Describe*"],
                "Resource": "*",
                "Condition": {"ForAnyValue:StringEqualsIfExists": {"secretsmanager:VersionStage": "AWSCURRENT"}, "Bool": {"aws:SecureTransport": true}}
              }
            }
            """);

        Assert.Equal("share", policy.Id);
        var statement = Assert.Single(policy.Statements);
        Assert.Equal("Read it", statement.Sid);
        Assert.Equal(new TextPosition(4, 16), statement.Position);
        Assert.Equal([PolicyPrincipalKind.Account, PolicyPrincipalKind.Arn, PolicyPrincipalKind.Service], statement.Principals.Select(entry => entry.Kind));
        Assert.Equal(["444455556666", "777788889999", null], statement.Principals.Select(entry => entry.Account));
        Assert.Equal(
            ["ForAnyValue:StringEqualsIfExists secretsmanager:VersionStage = AWSCURRENT", "Bool aws:SecureTransport = true"],
            statement.Conditions.Select(condition => condition.ToString()));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17"}""", "1:1", "The element Statement is missing.")]
    [InlineData("""{"Statement":[]}""", "1:14", "at least one statement")]
    [InlineData("""{"Version":"2012-10-18","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""", "1:12", "Version is 2012-10-17 or 2008-10-17.")]
    [InlineData("""{"Statement":[{"Principal":"*","Action":"*","Resource":"*"}]}""", "1:15", "The element Effect is missing.")]
    [InlineData("""{"Statement":[{"Effect":"allow","Principal":"*","Action":"*","Resource":"*"}]}""", "1:25", "Effect is Allow or Deny")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Resource":"*"}]}""", "1:15", "The element Action is missing.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*"}]}""", "1:15", "The element Resource is missing.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""", "1:15", "The element Principal is missing.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","NotAction":"a:b","Resource":"*"}]}""", "1:74", "Action or NotAction, not both")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","NotResource":"*"}]}""", "1:91", "Resource or NotResource, not both")]
    [InlineData("""{"Statement":[{"Effect":"Deny","Principal":"*","NotPrincipal":"*","Action":"*","Resource":"*"}]}""", "1:63", "Principal or NotPrincipal, not both")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""", "1:33", "'Effect' occurs twice")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principle":"*","Principal":"*","Action":"*","Resource":"*"}]}""", "1:33", "'Principle' is no element here")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"GetSecretValue","Resource":"*"}]}""", "1:58", "is no action")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":[],"Resource":"*"}]}""", "1:58", "Action has no entry")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":[7],"Resource":"*"}]}""", "1:59", "An entry of Action is a text.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"my-secret"}]}""", "1:73", "neither an ARN nor *")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"everyone","Action":"*","Resource":"*"}]}""", "1:45", "A principal is \"*\" or an object")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{},"Action":"*","Resource":"*"}]}""", "1:45", "The principal is empty.")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Aws":"*"},"Action":"*","Resource":"*"}]}""", "1:46", "'Aws' is no element here")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"12345678901"},"Action":"*","Resource":"*"}]}""", "1:52", "is no principal")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/*"},"Action":"*","Resource":"*"}]}""", "1:52", "cannot hold wildcards")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:group/ops"},"Action":"*","Resource":"*"}]}""", "1:52", "groups and policies are no principals")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"Service":"lambda"},"Action":"*","Resource":"*"}]}""", "1:56", "is no service principal")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":{"CanonicalUser":"79a5"},"Action":"*","Resource":"*"}]}""", "1:62", "Only Amazon S3")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringIs":{"aws:x":"y"}}}]}""", "1:90", "'StringIs' is no condition operator")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"NullIfExists":{"aws:x":"true"}}}]}""", "1:90", "'NullIfExists' is no condition operator")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"0":{"aws:x":"true"}}}]}""", "1:90", "'0' is no condition operator")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:x":"y","AWS:X":"z"}}}]}""", "1:118", "occurs twice")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:x":{"a":1}}}}]}""", "1:114", "a text, a number or a truth value")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"secure":"y"}}}]}""", "1:106", "is no condition key")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/33"}}}]}""", "1:118", "is no address or CIDR range")]
    [InlineData("""{"Statement":[{"Sid":"a","Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Sid":"a","Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""", "1:95", "Two statements have this Sid")]
    [InlineData("""[]""", "1:1", "A policy is a JSON object.")]
    [InlineData("", "1:1", "not well-formed JSON")]
    [InlineData("""{"Statement":[]} x""", "1:18", "not well-formed JSON")]
    [InlineData("{\n  \"Version\": \"2012-10-17\",\n}", "3:1", "not well-formed JSON")]
    [InlineData("""{"Statement":"\ud800"}""", "1:14", "half of a surrogate pair")]
    public void What_AWS_refuses_is_named_with_its_position(string json, string position, string message)
    {
        var parse = PolicyDocument.Parse(json, PolicyKind.Secret);

        Assert.Null(parse.Document);
        Assert.Contains(parse.Errors, problem => problem.Position.ToString() == position && problem.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_position_counts_characters_and_lines_and_the_path_names_the_element()
    {
        const string json = """
            {
              "Id": "für 🔑",  "Statement": [
                {"Effect": "Allow", "Principal": {"AWS": ["111122223333", "nobody"]}, "Action": "*", "Resource": "*"}
              ], "Sätze": 1
            }
            """;

        var problems = PolicyDocument.Parse(json, PolicyKind.Secret).Problems;

        Assert.Equal(["3:63 Statement[0].Principal.AWS[1]", "4:6"], problems.Select(problem => $"{problem.Position} {problem.Path}".TrimEnd()));
    }

    [Theory]
    [InlineData(PolicyKind.Secret, 20_480)] // API_PutResourcePolicy
    [InlineData(PolicyKind.Key, 32_768)] // API_PutKeyPolicy
    public void A_policy_may_be_as_long_as_AWS_accepts_and_no_longer(PolicyKind kind, int limit)
    {
        var json = Policies.Document(Policies.Allow("\"*\""));

        Assert.True(PolicyDocument.Parse(json.PadRight(limit), kind).IsValid);
        var tooLong = PolicyDocument.Parse(json.PadRight(limit + 1), kind);
        Assert.Contains($"longer than the {limit:N0}", Assert.Single(tooLong.Problems).Message, StringComparison.Ordinal);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: IAM does not count white space.
    [Fact]
    public void White_space_does_not_count_in_identity_policies() =>
        Assert.True(PolicyDocument.Parse(Policies.Document(Policies.AllowAll).PadRight(50_000), PolicyKind.Identity).IsValid);

    [Fact]
    public void An_identity_policy_names_no_principal_and_a_trust_policy_no_resource()
    {
        var json = Policies.Document(Policies.Allow("\"*\""));

        Assert.Contains("names no principal", Assert.Single(PolicyDocument.Parse(json, PolicyKind.Identity).Errors).Message, StringComparison.Ordinal);
        Assert.Contains(PolicyDocument.Parse(json, PolicyKind.RoleTrust).Errors, problem => problem.Message.Contains("has no resource", StringComparison.Ordinal));
    }

    [Fact]
    public void A_deleted_principal_is_accepted_with_a_warning()
    {
        var parse = PolicyDocument.Parse(Policies.Document(Policies.Allow("""{"AWS":"AROAEXAMPLEEXAMPLE123"}""")), PolicyKind.Secret);

        Assert.Equal(PolicyPrincipalKind.UniqueId, parse.Document!.Statements[0].Principals[0].Kind);
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(parse.Problems).Severity);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html and the pages named there
    [Theory]
    [InlineData(PolicyKind.RoleTrust, """{"Effect":"Allow","Principal":"*","Action":"sts:AssumeRole"}""", "does not take")]
    [InlineData(PolicyKind.RoleTrust, """{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}""", "does not take NotPrincipal")]
    [InlineData(PolicyKind.RoleTrust, """{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject"}""", "STS actions only")]
    [InlineData(PolicyKind.Secret, """{"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"*","Resource":"*"}""", "Only a role's trust policy")]
    [InlineData(PolicyKind.Key, """{"Effect":"Allow","Principal":{"Service":"*"},"Action":"*","Resource":"*"}""", "no service principal")]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""", "names no principal")]
    [InlineData(PolicyKind.Session, """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""", "names no principal")]
    [InlineData(PolicyKind.Boundary, """{"Effect":"Allow","NotPrincipal":"*","Action":"*","Resource":"*"}""", "names no principal")]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":{"AWS":"111122223333"},"Action":"s3:*","Resource":"*"}""", "applies to everyone")]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":"*","NotAction":"s3:*","Resource":"*"}""", "does not take NotAction")]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}""", "RCPFullAWSAccess")]
    [InlineData(PolicyKind.Identity, """{"Sid":"with space","Effect":"Allow","Action":"*","Resource":"*"}""", "ASCII letters and digits")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":"GetObject","Resource":"*"}""", "is no action")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":[],"Resource":"*"}""", "Action has no entry")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":"*","Resource":[]}""", "Resource has no entry")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Effect":"Deny","Action":"*","Resource":"*"}""", "occurs twice")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":"*","NotAction":"s3:*","Resource":"*"}""", "not both")]
    [InlineData(PolicyKind.Identity, """{"Effect":"allow","Action":"*","Resource":"*"}""", "in exactly this case")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":"*","Resource":"bucket"}""", "neither an ARN")]
    public void Each_kind_of_policy_has_its_own_rules(PolicyKind kind, string statement, string message) =>
        Assert.Contains(PolicyDocument.Parse(Policies.Document(statement), kind).Errors, problem => problem.Message.Contains(message, StringComparison.Ordinal));

    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html: the whole language since September 2025
    [Theory]
    [InlineData(PolicyKind.ServiceControl, """{"Effect":"Allow","NotAction":"iam:*role","NotResource":"arn:aws:iam::*:role/x","Condition":{"Bool":{"aws:SecureTransport":true}}}""")]
    [InlineData(PolicyKind.ResourceControl, """{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"}}}""")]
    [InlineData(PolicyKind.RoleTrust, """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":["sts:AssumeRole","sts:TagSession"],"Condition":{"StringEquals":{"sts:ExternalId":"x"}}}""")]
    [InlineData(PolicyKind.Resource, """{"Effect":"Allow","Principal":{"CanonicalUser":"79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}""")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{}}""")]
    [InlineData(PolicyKind.Identity, """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericLessThan":{"s3:max-keys":10},"ForAllValues:Null":{"aws:TagKeys":false}}}""")]
    public void What_a_kind_of_policy_may_say_is_accepted(PolicyKind kind, string statement) =>
        Assert.True(PolicyDocument.Parse(Policies.Document(statement), kind).IsValid);

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::${aws:username"}""", "does not start a policy variable")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:${aws:RequestedRegion}::b"}""", "only in an ARN's last part")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"NumericEquals":{"aws:MultiFactorAuthAge":"${aws:EpochTime}"}}}""", "never match")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"ForAnyValue:Null":{"aws:TagKeys":"true"}}}""", "never true")]
    public void What_AWS_accepts_but_cannot_work_is_warned_of(string statement, string message)
    {
        var parse = PolicyDocument.Parse(Policies.Document(statement), PolicyKind.Resource);

        Assert.True(parse.IsValid);
        Assert.Contains(parse.Problems, problem => problem.Severity == ProblemSeverity.Warning && problem.Message.Contains(message, StringComparison.Ordinal));
    }
}
