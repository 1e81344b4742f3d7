using SecretsAudit.Model;

namespace SecretsAudit.Collectors.Tests;

/// <summary>KMS keys with what an audit asks of them.</summary>
public sealed class KeysTests
{
    [Fact]
    public async Task A_key_comes_with_state_aliases_policy_and_rotation()
    {
        var key = await OneAsync(new ScriptedAws()
            .On("ListAliases", """{"Aliases":[{"AliasName":"alias/b","TargetKeyId":"k"},{"AliasName":"alias/a","TargetKeyId":"k"},{"AliasName":"alias/aws/rds"},{"AliasName":"alias/x","TargetKeyId":"other"}]}""")
            .On("DescribeKey", """{"KeyMetadata":{"KeyId":"k","KeyManager":"CUSTOMER","KeyState":"PendingDeletion","DeletionDate":1700000000}}""")
            .On("GetKeyPolicy", """{"Policy":"{}"}""")
            .On("GetKeyRotationStatus", """{"KeyRotationEnabled":true}"""));

        Assert.Equal(["alias/a", "alias/b"], key.Aliases.Value);
        Assert.Equal(("CUSTOMER", "PendingDeletion"), (key.Manager.Value, key.State.Value));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000), key.DeletionDate.Value);
        Assert.Equal("{}", key.Policy.Value);
        Assert.True(key.RotationEnabled.Value);
    }

    [Fact]
    public async Task A_key_that_cannot_rotate_has_no_rotation_and_that_is_no_gap()
    {
        var items = await Keyed().On("GetKeyRotationStatus", (400, """{"__type":"UnsupportedOperationException","message":"asymmetric"}""")).ReadAsync(InventoryNeeds.Keys);

        Assert.True(Assert.Single(items.Keys()).RotationEnabled.IsAbsent);
        Assert.Empty(items.Gaps());
    }

    [Fact]
    public async Task Denied_reads_of_a_key_leave_each_its_own_facts_unknown()
    {
        var items = await Keyed().Denies("ListAliases", "DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus").ReadAsync(InventoryNeeds.Keys);

        var key = Assert.Single(items.Keys());
        Assert.True(key.Aliases.IsUnknown && key.Manager.IsUnknown && key.State.IsUnknown && key.DeletionDate.IsUnknown && key.Policy.IsUnknown && key.RotationEnabled.IsUnknown);
        Assert.Equal(
            ["kms:ListAliases", "kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus"], items.Gaps().Select(gap => gap.Operation));
    }

    private static ScriptedAws Keyed() => new ScriptedAws().On("ListKeys", """{"Keys":[{"KeyId":"k","KeyArn":"arn:k"}]}""");

    private static async Task<KmsKey> OneAsync(ScriptedAws aws) =>
        Assert.Single((await aws.On("ListKeys", """{"Keys":[{"KeyId":"k","KeyArn":"arn:k"}]}""").ReadAsync(InventoryNeeds.Keys)).Keys());
}
