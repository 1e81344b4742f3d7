using SecretsAudit.Engine.Rules;
using SecretsAudit.Engine.Rules.Caching;
using SecretsAudit.Model;

namespace SecretsAudit.Engine.Tests;

/// <summary>Secrets and sources for tests: everything is known and compliant unless a test says otherwise.</summary>
internal static class Estates
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    public static readonly FactOrigin Read = new("secretsmanager:ListSecrets", Now.AddMinutes(-1));
    public static readonly Scope Ireland = new("111122223333", "eu-west-1");

    public static Secret Secret(string name = "prod/orders/db") => new()
    {
        Name = name,
        Arn = $"arn:aws:secretsmanager:eu-west-1:111122223333:secret:{name}-AbCdEf",
        Scope = Ireland,
        Description = Known("A password"),
        KmsKeyId = Known("alias/app"),
        CreatedAt = Known(Now.AddDays(-400)),
        LastChanged = Known(Now.AddDays(-20)),
        LastAccessed = Known(Now.Date.AddDays(-1).ToUtc()),
        LastRotated = Known(Now.AddDays(-20)),
        DeletedAt = Absent<DateTimeOffset>(),
        Rotation = new()
        {
            Enabled = Known(true),
            FunctionArn = Known("arn:aws:lambda:eu-west-1:111122223333:function:rotate"),
            AutomaticallyAfterDays = Known(30),
            ScheduleExpression = Absent<string>(),
            WindowDuration = Absent<TimeSpan>(),
            Next = Known(Now.AddDays(10)),
        },
        Tags = Known<IReadOnlyDictionary<string, string>>(new Dictionary<string, string> { ["owner"] = "team-orders" }),
        Versions = Known<IReadOnlyList<SecretVersion>>([new("v1", ["AWSCURRENT"], Known(Now.AddDays(-20)))]),
        PrimaryRegion = Absent<string>(),
        Replicas = Known<IReadOnlyList<Replica>>([]),
        OwningService = Absent<string>(),
        ResourcePolicy = Absent<string>(),
        Usage = Known(Usage(900)),
    };

    /// <summary>The key that secrets are under.</summary>
    public static KmsKey AppKey(Scope scope) => new()
    {
        Arn = $"arn:aws:kms:{scope.Region}:{scope.Account}:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        Id = "1234abcd-12ab-34cd-56ef-1234567890ab",
        Scope = scope,
        Aliases = Known<IReadOnlyList<string>>(["alias/app"]),
        Manager = Known("CUSTOMER"),
        State = Known("Enabled"),
        DeletionDate = Absent<DateTimeOffset>(),
        CreatedAt = Known(Now.AddDays(-900)),
        Spec = Known("SYMMETRIC_DEFAULT"),
        MaterialOrigin = Known("AWS_KMS"),
        RotationEnabled = Known(true),
        Policy = Known($$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{scope.Account}}}:root"},"Action":"kms:*","Resource":"*"}]}"""),
    };

    public static SecretUsage Usage(long reads, int days = 90) => new() { WindowStart = Now.AddDays(-days), WindowEnd = Now, Reads = reads, DeniedReads = 0 };

    public static Fact<T> Known<T>(T value)
        where T : notnull
        => Fact.Known(value, Read);

    public static Fact<T> Absent<T>()
        where T : notnull
        => Fact<T>.Absent(Read);

    public static Fact<T> Denied<T>(string operation = "secretsmanager:DescribeSecret")
        where T : notnull
        => Fact<T>.Unknown(new FactOrigin(operation, Now).Failed($"AccessDeniedException on {operation}"));

    public static RulePack ShippedPack() => RulePack.Load([ShippedRules.Directory], RuleCaches.None);

    public static IInventorySource Source(params InventoryItem[] items) => new FixedSource(items);

    public static IInventorySource Source(params Secret[] secrets) =>
        new FixedSource([.. secrets.Select(secret => secret.Scope).Distinct().Select(scope => new InventoryItem.OfKey(AppKey(scope))), .. secrets.Select(secret => new InventoryItem.OfSecret(secret)), .. secrets.Select(secret => secret.Scope).Distinct().Select(scope => new InventoryItem.ScopeRead(scope))]);

    private static DateTimeOffset ToUtc(this DateTime date) => new(date, TimeSpan.Zero);

    private sealed class FixedSource(IReadOnlyList<InventoryItem> items) : IInventorySource
    {
        public string Description => "fixed";

        public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            await Task.CompletedTask;
        }
    }
}
