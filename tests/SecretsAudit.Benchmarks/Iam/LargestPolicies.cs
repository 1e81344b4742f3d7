using System.Globalization;
using System.Text;
using SecretsAudit.Iam;

namespace SecretsAudit.Benchmarks.Iam;

/// <summary>Resource policies just under the 20,480 characters that AWS takes for a secret.</summary>
public static class LargestPolicies
{
    private const int Limit = 20_400;

    /// <summary>Many statements, each for a role of its own, behind a Deny for all but two organisations.</summary>
    public static PolicyDocument ManyGrants() => Build(i => $$"""
        {"Sid":"S{{i}}","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{Account(i)}}:role/service/app-{{i}}"},"Action":["secretsmanager:GetSecretValue","secretsmanager:Describe*"],
        "Resource":"arn:aws:secretsmanager:eu-west-1:111122223333:secret:team-{{i}}/*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"team-{{i}}"},"IpAddress":{"aws:SourceIp":"203.0.{{i % 256}}.0/24"} } }
        """);

    /// <summary>Everyone, in many statements cut down by patterns over the caller's ARN, which all have to be told apart.</summary>
    public static PolicyDocument ManyPatterns() => Build(i => $$"""
        {"Sid":"S{{i}}","Effect":"{{(i % 3 == 0 ? "Deny" : "Allow")}}","Principal":"*","Action":"secretsmanager:{{(i % 2 == 0 ? "Get*" : "*Value")}}","Resource":"*",
        "Condition":{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::{{Account(i)}}:role/app-{{i}}-*","arn:aws:iam::{{Account(i + 1)}}:user/*/{{i}}"]},"StringLike":{"aws:Referer":"https://{{i}}.example.com/*"} } }
        """);

    /// <summary>A few statements with long lists of principals and addresses.</summary>
    public static PolicyDocument LongLists() => Parse(new StringBuilder("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":[""")
        .AppendJoin(',', Enumerable.Range(0, 210).Select(i => $"\"arn:aws:iam::{Account(i)}:role/app-{i}-*\""))
        .Append("""]},"NotIpAddress":{"aws:SourceIp":[""")
        .AppendJoin(',', Enumerable.Range(0, 230).Select(i => string.Create(CultureInfo.InvariantCulture, $"\"10.{i}.0.0/16\"")))
        .Append("""]}}},{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":[""")
        .AppendJoin(',', Enumerable.Range(0, 300).Select(i => $"\"{Account(i)}\"")).Append("]}}}]}").ToString());

    private static string Account(int i) => string.Create(CultureInfo.InvariantCulture, $"{444400000000 + (i * 7919L)}");

    private static PolicyDocument Build(Func<int, string> statement)
    {
        var text = new StringBuilder("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalOrgID":["o-a1b2c3d4e5","o-b1b2c3d4e5"]},"BoolIfExists":{"aws:PrincipalIsAWSService":"false"} } }""");
        for (var i = 0; ; i++)
        {
            var next = "," + statement(i).ReplaceLineEndings("");
            if (text.Length + next.Length + 2 > Limit)
                return Parse(text.Append("]}").ToString());
            text.Append(next);
        }
    }

    private static PolicyDocument Parse(string json)
    {
        var parse = PolicyDocument.Parse(json, PolicyKind.Secret);
        return parse.IsValid ? parse.Document : throw new InvalidOperationException(parse.Problems[0].ToString());
    }
}
