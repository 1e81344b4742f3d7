using System.Text.Json.Nodes;

namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>
/// Policies over patterns so short that a finite set of callers and values meets every class of them: what is in the universe can be tried
/// one by one.
/// </summary>
internal static class SearchUniverse
{
    public const string Owner = "111111111111";
    public const string Theirs = "222222222222";
    public const string Secret = $"arn:aws:secretsmanager:eu-west-1:{Owner}:secret:a-AbCdEf";

    public static readonly TrustZone Zone = new() { Accounts = [Owner], Organizations = ["o-ours0000000"], Vpcs = ["vpc-00000000"], IpRanges = ["203.0.113.0/24"] };

    private static readonly string[] Text = ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"];

    private static readonly (string Key, string[] Operators, string[] Values)[] Keys =
    [
        ("aws:PrincipalAccount", Text, [Owner, Theirs, "2222*", "*55"]),
        ("aws:PrincipalArn", ["ArnLike", "ArnNotLike", "StringLike", "StringNotLike", "StringEquals", "StringNotEquals"],
            ["arn:aws:iam::*:role/*", $"arn:aws:iam::{Theirs}:*", "*user/u", $"arn:aws:iam::{Owner}:role/r", "arn:*:*::*:user/*"]),
        ("aws:PrincipalOrgID", Text, ["o-ours0000000", "o-theirs00000", "o-*"]),
        ("aws:SourceIp", ["IpAddress", "NotIpAddress"], ["203.0.113.0/24", "0.0.0.0/1", "8.0.0.0/7", "9.9.9.0/24", "2000::/3"]),
        ("aws:SourceVpc", Text, ["vpc-00000000", "vpc-11111111", "vpc-1*"]),
        ("aws:Referer", Text, ["a", "b", "a*", "*b", "?", "A"]),
        ("aws:TagKeys", Text, ["a", "b", "a*"]),
        ("aws:SecureTransport", ["Bool"], ["true", "false"]),
        ("kms:Count", ["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"], ["5", "10"]),
        ("aws:CurrentTime", ["DateLessThan", "DateGreaterThan", "DateEquals", "DateNotEquals", "DateLessThanEquals"], ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"]),
    ];

    private static readonly string[] Accounts = [Theirs, "222299999999", "999999999955", "222299999955", "999999999999"];

    /// <summary>A policy with at most three condition keys.</summary>
    public static string Policy(Dice dice)
    {
        var keys = dice.Some(3, Keys);
        var statements = Enumerable.Range(0, 1 + dice.Next(4)).Select(index => (JsonNode)Statement(dice, keys, index == 0)).ToArray();
        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statements) }.ToJsonString();
    }

    /// <summary>Every request from outside, as far as the policy's own keys tell requests apart.</summary>
    public static IEnumerable<ReferenceRequest> Requests(string policy)
    {
        bool Has(string key) => policy.Contains($"\"{key}\"", StringComparison.Ordinal);
        IEnumerable<Dictionary<string, string[]>> contexts = [[]];
        void Cross(string key, IEnumerable<string[]?> values)
        {
            if (Has(key))
                contexts = [.. contexts.SelectMany(_ => values, (context, value) => value == null ? context : new Dictionary<string, string[]>(context) { [key.ToLowerInvariant()] = value })];
        }

        string[] letters = ["a", "b", "x", "A", "B"];
        var words = letters.Concat(letters.SelectMany(one => letters.Select(two => one + two))).Concat(letters.SelectMany(one => letters.Select(two => one + "x" + two))).Append("");
        Cross("aws:Referer", words.Select(word => (string[]?)[word]).Prepend(null));
        Cross("aws:TagKeys", Subsets(["a", "b", "ax", "A", ""]).Prepend(null));
        Cross("aws:SecureTransport", [["true"], ["false"]]);
        Cross("kms:Count", [null, ["4"], ["5"], ["6"], ["10"], ["11"], ["x"], [""]]);
        Cross("aws:CurrentTime", [["2025-12-31T23:59:59Z"], ["2026-01-01T00:00:00Z"], ["2026-06-01T00:00:00Z"], ["2027-01-01T00:00:00Z"], ["2027-01-01T00:00:01Z"]]);

        // Callers that the policy cannot tell apart are one.
        foreach (var caller in Callers(Has("aws:PrincipalAccount") || Has("aws:PrincipalArn"), Has("aws:PrincipalArn") || Has("NotPrincipal")))
        {
            foreach (var network in Networks(Has("aws:SourceIp"), Has("aws:SourceVpc")))
            {
                foreach (var organization in Organizations(caller.Kind is "user" or "role" or "root" && Has("aws:PrincipalOrgID")))
                {
                    foreach (var context in contexts)
                    {
                        var all = new Dictionary<string, string[]>(context);
                        foreach (var (key, value) in network.Concat(organization))
                            all[key] = [value];
                        yield return (caller with { Context = all }).WithPrincipalKeys();
                    }
                }
            }
        }
    }

    private static JsonObject Statement(Dice dice, (string Key, string[] Operators, string[] Values)[] keys, bool allow)
    {
        var statement = new JsonObject { ["Effect"] = allow || dice.OneIn(3) ? "Allow" : "Deny" };
        JsonNode principal = dice.Next(6) switch
        {
            0 => new JsonObject { ["AWS"] = Theirs },
            1 => new JsonObject { ["AWS"] = new JsonArray($"arn:aws:iam::{Theirs}:user/u", $"arn:aws:iam::{Theirs}:root") },
            2 => new JsonObject { ["AWS"] = $"arn:aws:iam::{Owner}:role/r" },
            _ => JsonValue.Create("*"),
        };
        statement[dice.OneIn(8) && principal is JsonObject ? "NotPrincipal" : "Principal"] = principal;
        statement[dice.OneIn(6) ? "NotAction" : "Action"] = dice.Of("secretsmanager:*", "secretsmanager:Get*", "secretsmanager:GetSecretValue", "*", "kms:*");
        statement["Resource"] = dice.Of("*", "*", Secret, $"arn:aws:secretsmanager:*:{Owner}:secret:b*");
        var block = new JsonObject();
        for (var i = dice.Next(4); i > 0; i--)
        {
            var (key, operators, values) = dice.Of(keys);
            var isMany = key == "aws:TagKeys";
            var name = dice.OneIn(8) ? "Null" : (isMany && !dice.OneIn(4) ? dice.Of("ForAllValues:", "ForAnyValue:") : "") + dice.Of(operators) + (dice.OneIn(4) ? "IfExists" : "");
            block[name] ??= new JsonObject();
            block[name]!.AsObject()[key] = new JsonArray([.. dice.Some(2, name == "Null" ? ["true", "false"] : values).Select(value => (JsonNode)JsonValue.Create(value))]);
        }

        statement["Condition"] = block;
        return statement;
    }

    private static IEnumerable<ReferenceRequest> Callers(bool allAccounts, bool allNames)
    {
        ReferenceRequest Of(string kind, string name, string? account, string? behind = null) =>
            new() { Kind = kind, Name = name, Account = account, Behind = behind, UniqueId = "unknown", Action = "secretsmanager:GetSecretValue", Resource = Secret, ResourceAccount = Owner, Context = new Dictionary<string, string[]>() };

        foreach (var account in allAccounts ? Accounts : [Theirs, Accounts[^1]])
        {
            yield return Of("root", $"arn:aws:iam::{account}:root", account);
            foreach (var user in allNames ? new[] { "u", "x", "p/u", "xuser/u" } : ["u"])
                yield return Of("user", $"arn:aws:iam::{account}:user/{user}", account);
            foreach (var role in allNames ? new[] { "r", "user/u", "user/x" } : [])
                yield return Of("role", $"arn:aws:sts::{account}:assumed-role/{role.Split('/').Last()}/s", account, $"arn:aws:iam::{account}:role/{role}");
        }

        yield return Of("service", "events.amazonaws.com", null);
        yield return Of("anonymous", "*", null);
    }

    private static IEnumerable<KeyValuePair<string, string>[]> Networks(bool address, bool vpc)
    {
        var addresses = address ? ["9.9.9.9", "9.1.1.1", "1.2.3.4", "200.1.1.1", "2600::1"] : Array.Empty<string>();
        foreach (var one in addresses)
            yield return [KeyValuePair.Create("aws:sourceip", one)];
        if (!address)
            yield return [];
        foreach (var one in vpc ? ["vpc-11111111", "vpc-12345678", "vpc-99999999"] : Array.Empty<string>())
            yield return [KeyValuePair.Create("aws:sourcevpc", one)];
        if (address && !vpc)
            yield return [];
    }

    private static IEnumerable<KeyValuePair<string, string>[]> Organizations(bool asked) => asked
        ? [[], [KeyValuePair.Create("aws:principalorgid", "o-theirs00000")], [KeyValuePair.Create("aws:principalorgid", "o-xxxxxxxxxx")]]
        : [[]];

    private static IEnumerable<string[]?> Subsets(string[] values) =>
        Enumerable.Range(1, (1 << values.Length) - 1).Select(bits => (string[]?)[.. values.Where((_, index) => (bits >> index & 1) == 1)]);
}
