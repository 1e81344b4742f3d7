using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.State;

/// <summary>One operation's changes over the batch's over the published state; dropped when the operation throws.</summary>
internal sealed class Transaction(StoreState published, WriteBatch batch) : IStateView
{
    private readonly Dictionary<RowId, Row?> _changes = [];

    public StoreState Published => published;

    public Secret? Secret(string account, string region, string name) =>
        (Secret?)Find(SecretsAudit.Store.State.Secret.IdOf(account, region, name));

    public KmsKey? Key(string account, string region, string keyId) => (KmsKey?)Find(KmsKey.IdOf(account, region, keyId));

    public KmsKey? KeyByArn(string arn) => KeyId.Parse(arn, "", "") is { IsAlias: false } id ? Key(id.Account, id.Region, id.Resource) : null;

    public KmsAlias? Alias(string account, string region, string aliasName) => (KmsAlias?)Find(KmsAlias.IdOf(account, region, aliasName));

    public Principal? Principal(string arn) => ((PrincipalRow?)Find(new(RowKind.Principal, arn)))?.Principal;

    public AccessKey? AccessKey(string accessKeyId) => (AccessKey?)Find(new(RowKind.AccessKey, accessKeyId));

    public Account? Account(string accountId) => (Account?)Find(new(RowKind.Account, accountId));

    /// <summary>What the operation has changed so far.</summary>
    public IEnumerable<RowChange> Changes => _changes.Select(pair => new RowChange(pair.Key, batch.Find(pair.Key), pair.Value));

    public void Put(Row row) => _changes[row.Id] = row;

    public void Delete(RowId id) => _changes[id] = null;

    /// <summary>Hands the changes to the batch; from here on later operations of the batch see them.</summary>
    public void Complete()
    {
        foreach (var (id, row) in _changes)
        {
            batch.Put(id, row);
        }
    }

    public Row? Find(RowId id) => _changes.TryGetValue(id, out var own) ? own : batch.Find(id);
}
