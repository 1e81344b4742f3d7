using SecretsAudit.Store.Accounts;

namespace SecretsAudit.Store.State;

/// <summary>One operation's changes over the rows that it sees; dropped when the operation throws.</summary>
internal sealed class Transaction(StoreState published, IRowSource rows) : IStateView
{
    // Most operations change one row or two: a search beats a table, until there are many.
    private const int ManyChanges = 8;

    private readonly List<(RowId Id, Row? Next)> _changes = new(2);
    private Dictionary<RowId, int>? _places;

    public StoreState Published => published;

    public Secret? Secret(string account, string region, string name) =>
        (Secret?)Find(SecretsAudit.Store.State.Secret.IdOf(account, region, name));

    public KmsKey? Key(string account, string region, string keyId) => (KmsKey?)Find(KmsKey.IdOf(account, region, keyId));

    public KmsKey? KeyByArn(string arn) => KeyId.Parse(arn, "", "") is { IsAlias: false } id ? Key(id.Account, id.Region, id.Resource) : null;

    public KmsAlias? Alias(string account, string region, string aliasName) => (KmsAlias?)Find(KmsAlias.IdOf(account, region, aliasName));

    public Principal? Principal(string arn) => ((PrincipalRow?)Find(new(RowKind.Principal, arn)))?.Principal;

    public AccessKey? AccessKey(string accessKeyId) => (AccessKey?)Find(new(RowKind.AccessKey, accessKeyId));

    public Account? Account(string accountId) => (Account?)Find(new(RowKind.Account, accountId));

    public void Put(Row row) => Set(row.Id, row);

    public void Delete(RowId id) => Set(id, null);

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
            for (var i = 0; i < changes.Length; i++)
            {
                var (id, next) = _changes[i];
                changes[i] = new(id, rows.Find(id), next);
            }

            return changes;
        }
    }

    public Row? Find(RowId id) => PlaceOf(id) is >= 0 and var place ? _changes[place].Next : rows.Find(id);

    private void Set(RowId id, Row? next)
    {
        if (PlaceOf(id) is >= 0 and var place)
        {
            _changes[place] = (id, next);
            return;
        }

        _changes.Add((id, next));
        if (_places is not null)
        {
            _places.Add(id, _changes.Count - 1);
        }
        else if (_changes.Count == ManyChanges)
        {
            _places = Enumerable.Range(0, ManyChanges).ToDictionary(i => _changes[i].Id);
        }
    }

    // Negative when the operation has not changed the row.
    private int PlaceOf(RowId id)
    {
        if (_places is not null)
        {
            return _places.GetValueOrDefault(id, -1);
        }

        var place = _changes.Count - 1;
        for (; place >= 0 && _changes[place].Id != id; place--)
        {
        }

        return place;
    }
}
