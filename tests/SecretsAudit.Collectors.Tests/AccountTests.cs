using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>Whether what happens in an account is recorded.</summary>
public sealed class AccountTests
{
    [Fact]
    public async Task An_account_comes_with_its_trails_and_recorders()
    {
        var account = await OneAsync(new ScriptedAws()
            .On("DescribeTrails", """{"trailList":[{"Name":"all","TrailARN":"arn:trail","IsMultiRegionTrail":true,"LogFileValidationEnabled":true,"KmsKeyId":"arn:key"}]}""")
            .On("GetTrailStatus", """{"IsLogging":true,"LatestDeliveryError":"AccessDenied"}""")
            .On("DescribeConfigurationRecorderStatus", """{"ConfigurationRecordersStatus":[{"name":"default","recording":true,"lastStatus":"Success"}]}"""));

        var trail = Assert.Single(account.Trails.Value);
        Assert.Equal(("arn:trail", true, true, true), (trail.Arn, trail.IsMultiRegion, trail.ValidatesLogs, trail.IsEncrypted));
        Assert.Equal((true, "AccessDenied"), (trail.IsLogging.Value, trail.DeliveryError.Value));
        Assert.Equal(new ConfigRecorder("default", true, "Success"), Assert.Single(account.Recorders.Value));
    }

    [Fact]
    public async Task An_account_without_trails_and_recorders_has_none_and_that_is_known()
    {
        var account = await OneAsync(new ScriptedAws());

        Assert.Empty(account.Trails.Value);
        Assert.Empty(account.Recorders.Value);
    }

    [Fact]
    public async Task A_denied_status_leaves_it_unknown_whether_the_trail_records()
    {
        var items = await new ScriptedAws().On("DescribeTrails", """{"trailList":[{"Name":"all"}]}""").Denies("GetTrailStatus", "DescribeConfigurationRecorderStatus").ReadAsync(InventoryNeeds.Account);

        var account = Assert.Single(items.OfType<InventoryItem.OfAccount>()).Account;
        Assert.True(Assert.Single(account.Trails.Value).IsLogging.IsUnknown);
        Assert.True(account.Recorders.IsUnknown);
        Assert.Equal(["cloudtrail:GetTrailStatus", "config:DescribeConfigurationRecorderStatus"], items.Gaps().Select(gap => gap.Operation));
    }

    private static async Task<AccountRegion> OneAsync(ScriptedAws aws) =>
        Assert.Single((await aws.ReadAsync(InventoryNeeds.Account)).OfType<InventoryItem.OfAccount>()).Account;
}
