namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>Requests in the world of <see cref="RandomPolicies"/>, each for the reference and for the evaluator.</summary>
internal static class RandomRequests
{
    private static readonly (string Key, string[] Values)[] Keys =
    [
        ("aws:PrincipalOrgID", ["o-ours", "o-theirs"]), ("aws:PrincipalTag/team", ["a", "team", "A", "*"]), ("secretsmanager:ResourceTag/team", ["a", "team"]),
        ("aws:SourceIp", ["203.0.113.7", "203.0.113.200", "198.51.100.7", "2001:db8::1", "nonsense"]), ("aws:CurrentTime", ["2026-08-01T00:00:00Z", "2026-01-01T00:00:00Z", "2025-05-05T05:05:05Z"]),
        ("aws:SecureTransport", ["true", "false"]), ("kms:Number", ["5", "7", "10", "-1", "x"]), ("kms:Bytes", ["YQ==", "Yg==", "-"]),
    ];

    public static (ReferenceRequest Reference, AccessRequest Request) Next(Dice dice)
    {
        var account = dice.Of(RandomPolicies.Ours, RandomPolicies.Ours, RandomPolicies.Theirs);
        var (principal, kind, behind) = Caller(dice, account);
        var context = new RequestContext();
        var keys = new Dictionary<string, string[]>(StringComparer.Ordinal);
        void Add(string key, string[] values)
        {
            context.Add(dice.OneIn(2) ? key : key.ToUpperInvariant(), values);
            keys[key.ToLowerInvariant()] = values;
        }

        foreach (var (key, values) in Keys)
        {
            if (!dice.OneIn(3))
                Add(key, [dice.Of(values)]);
        }

        if (dice.OneIn(2))
            Add("aws:TagKeys", dice.OneIn(6) ? [""] : dice.Some(3, "a", "b", "team1", "x"));

        var action = dice.Of(RandomPolicies.Actions);
        var resource = dice.Of(RandomPolicies.Resources);
        var request = new AccessRequest(principal, action, resource, context);
        var reference = new ReferenceRequest
        {
            Kind = kind,
            Name = principal.Arn,
            Account = principal.Account,
            Behind = behind,
            UniqueId = principal.UniqueId,
            Action = action,
            Resource = resource,
            ResourceAccount = resource.Split(':')[4],
            Context = keys,
        };
        return (reference.WithPrincipalKeys(), request);
    }

    private static (Principal Principal, string Kind, string? Behind) Caller(Dice dice, string account)
    {
        var role = $"arn:aws:iam::{account}:role/{dice.Of("r", "p/r", "aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS")}";
        return dice.Next(8) switch
        {
            0 => (Principal.Anonymous, "anonymous", null),
            1 => (Principal.Root(account), "root", null),
            2 => (Principal.Service(dice.Of("lambda.amazonaws.com", "ec2.amazonaws.com")), "service", null),
            3 => (Principal.FederatedUser($"arn:aws:iam::{account}:user/u", "f"), "federated-user", $"arn:aws:iam::{account}:user/u"),
            4 or 5 => (Principal.User($"arn:aws:iam::{account}:user/{dice.Of("u", "x", "p/u")}", "AIDAEXAMPLEEXAMPLE"), "user", null),
            _ => (Principal.RoleSession(role, dice.Of("s", "t"), "AROAEXAMPLEEXAMPLE"), "role", role),
        };
    }
}
