using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.State;

/// <summary>What an operation may look up, either in the published state or inside a transaction.</summary>
internal interface IStateView
{
    Secret? Secret(string account, string region, string name);

    KmsKey? Key(string account, string region, string keyId);

    /// <summary>A key by its own ARN; an alias's ARN finds nothing.</summary>
    KmsKey? KeyByArn(string arn);

    KmsAlias? Alias(string account, string region, string aliasName);

    Principal? Principal(string arn);

    AccessKey? AccessKey(string accessKeyId);

    Account? Account(string accountId);

    /// <summary>A row of any kind by its id.</summary>
    Row? Find(RowId id);
}
