using System.Runtime.CompilerServices;
using SecretsAudit.Model;

namespace SecretsAudit.Benchmarks.Engine;

/// <summary>As many secrets as AWS allows in one account and region, made one by one as a collector yields them. One in a hundred has something wrong.</summary>
public sealed class LargeFleet(int count) : IInventorySource
{
    public static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly FactOrigin Origin = new("secretsmanager:ListSecrets", Now);
    private static readonly Scope Scope = new("111122223333", "eu-west-1");

    private static readonly Fact<string> Description = Known("A password");
    private static readonly Fact<string> Key = Known("alias/app");
    private static readonly Fact<IReadOnlyDictionary<string, string>> Tags = Known<IReadOnlyDictionary<string, string>>(
        new Dictionary<string, string> { ["owner"] = "team-orders", ["environment"] = "production" });

    // Most of an estate's policies share a few texts.
    private static readonly Fact<string> Policy = Known(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}}]}""");

    private static readonly Fact<SecretUsage> Usage = Known(new SecretUsage
    {
        WindowStart = Now.AddDays(-90), WindowEnd = Now, Reads = 900, DeniedReads = 0, Readers = ["arn:aws:iam::111122223333:role/app"], LastRead = Now.AddDays(-1), LastAttempt = Now.AddDays(-1),
    });

    private static readonly Fact<IReadOnlyList<SecretVersion>> Versions = Known<IReadOnlyList<SecretVersion>>(
        [new("1", ["AWSCURRENT"], Known(Now.AddDays(-20))), new("2", ["AWSPREVIOUS"], Known(Now.AddDays(-50)))]);

    private static readonly Rotation Rotation = new()
    {
        Enabled = Known(true), FunctionArn = Known("arn:aws:lambda:eu-west-1:111122223333:function:rotate"), AutomaticallyAfterDays = Known(30),
        ScheduleExpression = Fact<string>.Absent(Origin), WindowDuration = Fact<TimeSpan>.Absent(Origin), Next = Known(Now.AddDays(10)),
    };

    string IInventorySource.Description => $"{count} secrets";

    public static KmsKey CustomerKey => new()
    {
        Arn = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", Id = "1234abcd-12ab-34cd-56ef-1234567890ab", Scope = Scope,
        Aliases = Known<IReadOnlyList<string>>(["alias/app"]), Manager = Known("CUSTOMER"), State = Known("Enabled"), RotationEnabled = Known(true), DeletionDate = Fact<DateTimeOffset>.Absent(Origin),
        CreatedAt = Known(Now.AddDays(-900)), Spec = Known("SYMMETRIC_DEFAULT"), MaterialOrigin = Known("AWS_KMS"),
        Policy = Known("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}"""),
    };

    public static Secret Secret(int number) => new()
    {
        Arn = $"arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/{number % 997}/{number}-AbCdEf",
        Name = $"prod/{number % 997}/{number}",
        Scope = Scope,
        Description = Description,
        KmsKeyId = number % 100 == 7 ? Fact<string>.Absent(Origin) : Key,
        CreatedAt = Known(Now.AddDays(-400)),
        LastChanged = Known(Now.AddDays(-20)),
        LastAccessed = Known(Now.AddDays(-1)),
        LastRotated = Known(Now.AddDays(-20)),
        DeletedAt = Fact<DateTimeOffset>.Absent(Origin),
        Rotation = Rotation,
        Tags = Tags,
        Versions = Versions,
        PrimaryRegion = Fact<string>.Absent(Origin),
        Replicas = Known<IReadOnlyList<Replica>>([]),
        OwningService = Fact<string>.Absent(Origin),
        ResourcePolicy = Policy,
        Usage = Usage,
    };

    public async IAsyncEnumerable<InventoryItem> ReadAsync(InventoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield return new InventoryItem.OfKey(CustomerKey);
        for (var i = 0; i < count; i++)
            yield return new InventoryItem.OfSecret(Secret(i));
        yield return new InventoryItem.ScopeRead(Scope);
    }

    private static Fact<T> Known<T>(T value)
        where T : notnull
        => Fact.Known(value, Origin);
}
