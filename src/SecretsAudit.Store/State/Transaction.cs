using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.State;

/// <summary>One operation's changes over the rows that it sees; dropped when the operation throws.</summary>
internal sealed class Transaction(StoreState published, IRowSource rows) : IStateView
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

    public void Put(Row row) => _changes[row.Id] = row;

    public void Delete(RowId id) => _changes[id] = null;

    /// <summary>What the operation has changed so far, each row from what it saw.</summary>
    public IReadOnlyList<RowChange> Changes
    {
        get
        {
            if (_changes.Count == 0)
            {
                return [];
            }

            var changes = new RowChange[_changes.Count];
            var count = 0;
            foreach (var (id, next) in _changes)
            {
                changes[count++] = new(id, rows.Find(id), next);
            }

            return changes;
        }
    }

    public Row? Find(RowId id) => _changes.TryGetValue(id, out var own) ? own : rows.Find(id);
}
