namespace SecretsAudit.Analyzers.Settings;

/// <summary>
/// The names of the secrets that exist, from <c>secretsaudit.inventory.json</c>:
/// <c>{ "secrets": [ { "name": "prod/db", "state": "active" }, { "name": "old", "state": "pendingDeletion" } ] }</c>.
/// </summary>
public sealed class SecretNames
{
    private readonly Dictionary<string, bool> _isPending = new(StringComparer.Ordinal);

    /// <summary>Whether a secret exists, is about to go, or is not there.</summary>
    /// <param name="secretId">A name, or a full or partial ARN.</param>
    public SecretState StateOf(string secretId)
    {
        if (secretId is null)
            throw new ArgumentNullException(nameof(secretId));

        if (_isPending.TryGetValue(secretId, out var isPending))
            return isPending ? SecretState.PendingDeletion : SecretState.Active;
        if (!secretId.StartsWith("arn:", StringComparison.Ordinal))
            return SecretState.Unknown;

        // arn:partition:secretsmanager:region:account:secret:name-6RandomCharacters, the suffix left out in a partial ARN.
        var parts = secretId.Split([':'], 7);
        if (parts.Length < 7)
            return SecretState.Unknown;
        var name = parts[6];
        if (_isPending.ContainsKey(name))
            return StateOf(name);
        return name.Length > 7 && name[name.Length - 7] is '-' ? StateOf(name.Substring(0, name.Length - 7)) : SecretState.Unknown;
    }

    /// <summary>
    /// The names of active secrets that a mistyped name may stand for, the likeliest first: those that one change in four characters, or two in a
    /// short name, makes of it.
    /// </summary>
    /// <param name="name">A name that the inventory does not have.</param>
    /// <param name="most">How many names at most.</param>
    public IReadOnlyList<string> Nearest(string name, int most)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));

        var limit = Math.Max(2, name.Length / 4);
        return
        [
            .. _isPending.Where(entry => !entry.Value && Math.Abs(entry.Key.Length - name.Length) <= limit)
                .Select(entry => (Name: entry.Key, Distance: EditDistance.Of(name, entry.Key, limit)))
                .Where(candidate => candidate.Distance <= limit && candidate.Distance < name.Length)
                .OrderBy(static candidate => candidate.Distance).ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(static candidate => candidate.Name),
        ];
    }

    /// <summary>Reads an inventory file.</summary>
    /// <exception cref="FormatException">It is no JSON, or no entry has a name.</exception>
    public static SecretNames Parse(string json)
    {
        var names = new SecretNames();
        foreach (var (name, state) in new InventoryReader(json).Read())
            names._isPending[name] = state.Equals("pendingDeletion", StringComparison.OrdinalIgnoreCase);
        return names;
    }
}
