namespace SecretsAudit.Iam;

/// <summary>Finds the statements that match a request in one policy, in several, and in levels of several.</summary>
internal static class StatementLookup
{
    public static bool EveryLevelAllows(IReadOnlyList<IReadOnlyList<PolicyDocument>> levels, AccessRequest request)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (FindIn(levels[i], PolicyEffect.Allow, request, out _) is null)
                return false;
        }

        return true;
    }

    public static AccessDecision? DenyIn(IReadOnlyList<IReadOnlyList<PolicyDocument>> levels, AccessRequest request, PolicySource source)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            if (DenyIn(levels[i], request, source) is { } denied)
                return denied;
        }

        return null;
    }

    public static AccessDecision? DenyIn(IReadOnlyList<PolicyDocument> documents, AccessRequest request, PolicySource source) =>
        FindIn(documents, PolicyEffect.Deny, request, out var document) is { } statement
            ? new(AccessOutcome.ExplicitDeny, source, statement, document)
            : null;

    public static AccessDecision? Deny(PolicyDocument? document, AccessRequest request, PolicySource source) =>
        document is not null && FindIn(document, PolicyEffect.Deny, request) is { } statement
            ? new(AccessOutcome.ExplicitDeny, source, statement, document)
            : null;

    public static PolicyStatement? FindIn(
        IReadOnlyList<PolicyDocument> documents, PolicyEffect effect, AccessRequest request, out PolicyDocument? document)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            document = documents[i];
            if (FindIn(document, effect, request) is { } statement)
                return statement;
        }

        document = null;
        return null;
    }

    public static PolicyStatement? FindIn(PolicyDocument document, PolicyEffect effect, AccessRequest request)
    {
        var statements = document.Statements;
        for (var i = 0; i < statements.Count; i++)
        {
            if (statements[i].Effect == effect && statements[i].Matches(request))
                return statements[i];
        }

        return null;
    }
}
