using SecretsAudit.Engine.Facts;
using SecretsAudit.Engine.Fleet;
using SecretsAudit.Model;
using static SecretsAudit.Engine.Tests.Estates;

namespace SecretsAudit.Engine.Tests.Fleet;

public sealed class PricingTests(SharedPack shared) : IClassFixture<SharedPack>
{
    private static readonly IReadOnlySet<Scope> Covered = new HashSet<Scope> { Ireland, Ireland with { Region = "us-east-1" } };

    /// <seealso href="https://aws.amazon.com/secrets-manager/pricing/"/>
    [Fact]
    public void Ten_secrets_with_thirty_thousand_calls_and_decryptions_a_month_cost_four_dollars_twenty_four()
    {
        var secret = Secret() with { Usage = Known(Usage(3_000, days: 30)) };

        Assert.Equal(4.24m, Enumerable.Range(0, 10).Sum(_ => Monthly(secret)));
    }

    [Fact]
    public void Under_the_AWS_managed_key_decryptions_are_free() =>
        Assert.Equal(0.40m + 0.05m, Monthly(Secret() with { KmsKeyId = Absent<string>(), Usage = Known(Usage(10_000, days: 30)) }));

    [Fact]
    public void A_replica_that_the_inventory_holds_is_paid_for_there_and_not_twice()
    {
        var primary = Secret() with { PrimaryRegion = Known("eu-west-1"), Replicas = Known<IReadOnlyList<Replica>>([Replica("us-east-1")]), Usage = Known(Usage(0)) };
        var replica = Secret() with { Scope = Ireland with { Region = "us-east-1" }, PrimaryRegion = Known("eu-west-1"), Replicas = default, Usage = Known(Usage(0)) };

        Assert.Equal(0.80m, Monthly(primary) + Monthly(replica));
    }

    [Fact]
    public void A_replica_outside_of_the_inventory_is_paid_for_with_its_primary() =>
        Assert.Equal(1.20m, Monthly(Secret() with { PrimaryRegion = Known("eu-west-1"), Replicas = Known<IReadOnlyList<Replica>>([Replica("ap-south-1"), Replica("sa-east-1"), Replica("us-east-1")]), Usage = Known(Usage(0)) }));

    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html"/>
    [Fact]
    public void A_secret_that_waits_for_its_deletion_is_free() =>
        Assert.Equal(0m, Monthly(Secret() with { DeletedAt = Known(Now.AddDays(-1)), Usage = Known(Usage(0)) }));

    [Fact]
    public void Unknown_use_makes_the_cost_unknown_and_leaves_the_storage_known()
    {
        var facts = Facts(Secret() with { Usage = Denied<SecretUsage>("cloudtrail:LookupEvents") });

        Assert.Equal("AccessDeniedException on cloudtrail:LookupEvents", Prices.Monthly(facts).UnknownReason);
        Assert.Equal(0.40m, Prices.Storage(facts).Value);
    }

    [Fact]
    public void Every_shipped_price_says_where_and_when_it_was_read() =>
        Assert.All([shared.Pack.Prices!.SecretMonth, shared.Pack.Prices.ApiCalls, shared.Pack.Prices.KmsRequests], price =>
        {
            Assert.Equal("aws.amazon.com", price.Source.Host);
            Assert.True(price.AsOf > new DateOnly(2026, 1, 1));
        });

    private Pricing Prices => new(shared.Pack.Prices!, Covered);

    private decimal Monthly(Secret secret) => Prices.Monthly(Facts(secret)).Value;

    private static SecretFacts Facts(Secret secret) => new(secret, new() { AsOf = Now });

    private static Replica Replica(string region) => new() { Region = region, Status = "InSync" };
}
