using System.Text.Json.Nodes;

namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>Policies drawn from a small world of two accounts and a handful of names, which meet often enough to decide each other.</summary>
internal static class RandomPolicies
{
    public const string Ours = "111111111111";
    public const string Theirs = "222222222222";

    public static readonly string[] Actions = ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue", "secretsmanager:DescribeSecret", "kms:Decrypt"];

    public static readonly string[] Resources =
    [
        $"arn:aws:secretsmanager:eu-west-1:{Ours}:secret:a-AbCdEf", $"arn:aws:secretsmanager:eu-west-1:{Ours}:secret:team/b-AbCdEf",
        $"arn:aws:secretsmanager:us-east-1:{Theirs}:secret:a-AbCdEf",
    ];

    private static readonly string[] ActionPatterns =
        ["*", "secretsmanager:*", "secretsmanager:Get*", "SECRETSMANAGER:getsecretvalue", "secretsmanager:*Secret", "kms:Decrypt", "secretsmanager:??tSecretValue"];

    private static readonly string[] ResourcePatterns =
    [
        "*", "arn:aws:secretsmanager:*:111111111111:secret:*", "arn:aws:secretsmanager:eu-west-1:111111111111:secret:a-AbCdEf", "arn:aws:secretsmanager:*",
        "arn:aws:secretsmanager:*:*:secret:team/*", "arn:*:*:*:222222222222:*", "arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/team}*",
        "arn:aws:secretsmanager:*:*:secret:${aws:PrincipalTag/team, 'a'}-??????", "arn:aws:secretsmanager:eu-*-1:111111111111:secret:?-*",
    ];

    private static readonly (string Type, string Value)[] Principals =
    [
        ("AWS", "*"), ("AWS", Ours), ("AWS", $"arn:aws:iam::{Ours}:root"), ("AWS", Theirs), ("AWS", $"arn:aws:iam::{Ours}:user/u"), ("AWS", $"arn:aws:iam::{Theirs}:user/u"),
        ("AWS", $"arn:aws:iam::{Ours}:role/r"), ("AWS", $"arn:aws:sts::{Ours}:assumed-role/r/s"), ("AWS", $"arn:aws:iam::{Theirs}:role/p/r"),
        ("AWS", $"arn:aws:sts::{Ours}:federated-user/f"), ("AWS", "AIDAEXAMPLEEXAMPLE"), ("AWS", "AROAEXAMPLEEXAMPLE"), ("Service", "lambda.amazonaws.com"),
    ];

    private static readonly string[] TextOperators =
        ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike"];

    private static readonly string[] ArnOperators = ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike", "StringLike"];

    private static readonly string[] NumberOperators =
        ["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"];

    private static readonly string[] DateOperators =
        ["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"];

    // Keys with the operators and values that suit them; their case is mixed on purpose.
    private static readonly (string Key, string[] Operators, string[] Values)[] Keys =
    [
        ("aws:PrincipalAccount", TextOperators, [Ours, Theirs, "2222*", "${aws:ResourceAccount}"]),
        ("AWS:principalarn", ArnOperators, ["arn:aws:iam::*:role/*", $"arn:aws:iam::{Theirs}:*", "*:user/u", $"arn:aws:iam::{Ours}:role/r", "arn:aws:iam::${aws:PrincipalAccount}:user/?"]),
        ("aws:PrincipalOrgID", TextOperators, ["o-ours", "o-*", "o-theirs", "O-OURS"]),
        ("aws:PrincipalTag/team", TextOperators, ["a", "te*", "${secretsmanager:ResourceTag/team}", "A", "${*}"]),
        ("secretsmanager:ResourceTag/team", TextOperators, ["a", "team", "${aws:PrincipalTag/team}", "${aws:PrincipalTag/team, 'team'}"]),
        ("aws:username", TextOperators, ["u", "?", "x"]),
        ("aws:userid", TextOperators, ["AIDAEXAMPLEEXAMPLE", "AROAEXAMPLEEXAMPLE:*", "*:s", Ours]),
        ("aws:SourceIp", ["IpAddress", "NotIpAddress"], ["203.0.113.0/24", "0.0.0.0/0", "198.51.100.7", "2001:db8::/32", "203.0.113.128/25"]),
        ("aws:CurrentTime", DateOperators, ["2026-08-01T00:00:00Z", "1785542400", "2026-01-01"]),
        ("aws:SecureTransport", ["Bool"], ["true", "false", "TRUE"]),
        ("aws:TagKeys", TextOperators, ["a", "b", "team*"]),
        ("kms:Number", NumberOperators, ["5", "10", "5.0", "-1"]),
        ("kms:Bytes", ["BinaryEquals"], ["YQ==", "Yg=="]),
        ("aws:PrincipalType", TextOperators, ["User", "AssumedRole", "Account", "Anonymous"]),
        ("aws:PrincipalIsAWSService", ["Bool"], ["true", "false"]),
    ];

    public static string Policy(Dice dice, bool hasPrincipal)
    {
        var policy = new JsonObject();
        if (!dice.OneIn(8))
            policy["Version"] = dice.OneIn(8) ? "2008-10-17" : "2012-10-17";
        var statements = Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => (JsonNode)Statement(dice, hasPrincipal)).ToArray();
        policy["Statement"] = statements.Length == 1 && dice.OneIn(2) ? statements[0] : new JsonArray(statements);
        return policy.ToJsonString();
    }

    private static JsonObject Statement(Dice dice, bool hasPrincipal)
    {
        var statement = new JsonObject { ["Effect"] = dice.OneIn(3) ? "Deny" : "Allow" };
        if (hasPrincipal)
            statement[dice.OneIn(6) ? "NotPrincipal" : "Principal"] = Principal(dice);
        statement[dice.OneIn(6) ? "NotAction" : "Action"] = OneOrMany(dice, ActionPatterns);
        statement[dice.OneIn(6) ? "NotResource" : "Resource"] = OneOrMany(dice, ResourcePatterns);
        if (!dice.OneIn(3))
            statement["Condition"] = Condition(dice);
        return statement;
    }

    private static JsonNode Principal(Dice dice)
    {
        if (dice.OneIn(4))
            return JsonValue.Create("*");
        var map = new JsonObject();
        foreach (var group in dice.Some(3, Principals).GroupBy(entry => entry.Type))
            map[group.Key] = group.Count() == 1 ? group.First().Value : new JsonArray([.. group.Select(entry => (JsonNode)JsonValue.Create(entry.Value))]);
        return map;
    }

    private static JsonObject Condition(Dice dice)
    {
        var block = new JsonObject();
        for (var i = dice.Next(3); i >= 0; i--)
        {
            var (key, operators, values) = dice.Of(Keys);
            var name = dice.OneIn(8) ? "Null" : dice.Of(operators) + (dice.OneIn(4) ? "IfExists" : "");
            name = (dice.OneIn(5) ? dice.Of("ForAllValues:", "ForAnyValue:") : "") + name;
            if (block[name] is JsonObject keys && keys.ContainsKey(key))
                continue;
            block[name] ??= new JsonObject();
            block[name]!.AsObject()[key] = OneOrMany(dice, name.EndsWith("Null", StringComparison.Ordinal) ? ["true", "false"] : values);
        }

        return block;
    }

    private static JsonNode OneOrMany(Dice dice, string[] choices)
    {
        var some = dice.Some(2, choices);
        return some.Length == 1 && dice.OneIn(2) ? JsonValue.Create(some[0]) : new JsonArray([.. some.Select(text => (JsonNode)JsonValue.Create(text))]);
    }
}
