namespace SecretsAudit.Iam.Tests;

/// <summary>Short ways to write policies and requests in tests.</summary>
internal static class Policies
{
    public const string Account = "111122223333";
    public const string OtherAccount = "444455556666";
    public const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf";
    public const string GetSecretValue = "secretsmanager:GetSecretValue";

    public static PolicyDocument Parse(string json, PolicyKind kind = PolicyKind.Secret)
    {
        var parse = PolicyDocument.Parse(json, kind);
        Assert.True(parse.IsValid, string.Join(Environment.NewLine, parse.Problems));
        return parse.Document;
    }

    /// <summary>A resource policy of the given statements.</summary>
    public static PolicyDocument Resource(params string[] statements) => Parse(Document(statements));

    /// <summary>An identity policy of the given statements.</summary>
    public static PolicyDocument Identity(params string[] statements) => Parse(Document(statements), PolicyKind.Identity);

    public static string Document(params string[] statements) => $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",", statements)}}]}""";

    public static string Allow(string principal, string condition = "{}") => Statement("Allow", principal, condition);

    public static string Deny(string principal, string condition = "{}") => Statement("Deny", principal, condition);

    public static string Statement(string effect, string principal, string condition) =>
        $$"""{"Effect":"{{effect}}","Principal":{{principal}},"Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{{condition}}}""";

    public const string AllowAll = """{"Effect":"Allow","Action":"*","Resource":"*"}""";

    public static Principal User(string account = Account, string name = "alice") => Principal.User($"arn:aws:iam::{account}:user/{name}");

    public static Principal Session(string account = Account, string role = "app", string session = "s1") =>
        Principal.RoleSession($"arn:aws:iam::{account}:role/{role}", session);

    public static AccessRequest Get(Principal principal, RequestContext? context = null) => new(principal, GetSecretValue, SecretArn, context);

    public static AccessDecision Decide(AccessRequest request, PolicyDocument? resource = null, params PolicyDocument[] identity) =>
        PolicyEvaluator.Decide(request, new PolicySet { Resource = resource, Identity = identity });
}
