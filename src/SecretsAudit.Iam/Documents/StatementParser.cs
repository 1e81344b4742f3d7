namespace SecretsAudit.Iam.Documents;

/// <summary>Reads one statement.</summary>
internal sealed class StatementParser(PolicyKind kind, SourceText source, bool variables)
{
    private readonly ElementReader _elements = new(source);
    private readonly PrincipalParser _principals = new(kind, source);
    private readonly ConditionParser _conditions = new(source, variables);

    private bool HasPrincipal => kind is PolicyKind.Secret or PolicyKind.Key or PolicyKind.RoleTrust or PolicyKind.Resource
        or PolicyKind.ResourceControl or PolicyKind.VpcEndpoint;

    public PolicyStatement? Parse(SourceNode node, int index)
    {
        if (!node.IsObject)
        {
            source.Error(node, "A statement is a JSON object.");
            return null;
        }

        _elements.RefuseUnknown(node, "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition");
        var effect = ReadEffect(node);
        var (principals, notPrincipal) = ReadPrincipals(node, effect);
        var (actions, notAction) = ReadActions(node);
        var (resources, notResource) = ReadResources(node);
        return new PolicyStatement(variables)
        {
            Index = index,
            Sid = ReadSid(node),
            Effect = effect,
            Position = source.PositionAt(node.Offset),
            Principals = principals,
            IsNotPrincipal = notPrincipal,
            Actions = actions,
            IsNotAction = notAction,
            Resources = resources,
            IsNotResource = notResource,
            Conditions = node.Find("Condition") is { } condition ? _conditions.Parse(condition) : [],
        };
    }

    private string? ReadSid(SourceNode node)
    {
        var sid = _elements.OptionalText(node, "Sid");
        // Only IAM's own policies restrict the alphabet; resource policies may hold spaces and punctuation.
        if (sid is not null && !HasPrincipal && !sid.All(char.IsAsciiLetterOrDigit))
            source.Error(node.Find("Sid")!, "A Sid consists of ASCII letters and digits here.");
        return sid;
    }

    private PolicyEffect ReadEffect(SourceNode node)
    {
        if (node.Find("Effect") is not { } effect)
            source.Error(node, "The element Effect is missing.");
        else if (effect is { IsString: true, Text: "Deny" })
            return PolicyEffect.Deny;
        else if (effect is not { IsString: true, Text: "Allow" })
            source.Error(effect, "Effect is Allow or Deny, in exactly this case.");
        return PolicyEffect.Allow;
    }

    private (IReadOnlyList<PolicyPrincipal> Entries, bool IsNot) ReadPrincipals(SourceNode node, PolicyEffect effect)
    {
        var (value, isNot) = Either(node, "Principal", "NotPrincipal", HasPrincipal);
        if (value is null)
            return ([], false);

        if (!HasPrincipal)
        {
            source.Error(value, "This kind of policy names no principal: it applies to whoever it is attached to.");
            return ([], false);
        }

        if (isNot && effect == PolicyEffect.Allow)
            source.Warn(value, "NotPrincipal with Allow lets everyone in who is not listed, unsigned requests included.");
        return (_principals.Parse(value), isNot);
    }

    private (IReadOnlyList<string> Patterns, bool IsNot) ReadActions(SourceNode node)
    {
        var (value, isNot) = Either(node, "Action", "NotAction", required: true);
        if (value is null)
            return ([], false);

        var texts = _elements.Texts(value, isNot ? "NotAction" : "Action");
        foreach (var text in texts)
        {
            if (!IsAction(text.Text))
                source.Error(text, $"'{ElementReader.Shown(text.Text)}' is no action; an action reads service:Name.");
        }

        return ([.. texts.Select(text => text.Text)], isNot);
    }

    private (IReadOnlyList<string> Patterns, bool IsNot) ReadResources(SourceNode node)
    {
        var (value, isNot) = Either(node, "Resource", "NotResource", required: kind != PolicyKind.RoleTrust);
        if (value is null)
            return ([], false);

        if (kind == PolicyKind.RoleTrust)
        {
            source.Error(value, "A trust policy has no resource: it applies to its role.");
            return ([], false);
        }

        var texts = _elements.Texts(value, isNot ? "NotResource" : "Resource");
        foreach (var text in texts)
        {
            if (!IsResource(text.Text))
                source.Error(text, $"'{ElementReader.Shown(text.Text)}' is neither an ARN nor *.");
            WarnOfBrokenVariable(text);
        }

        return ([.. texts.Select(text => text.Text)], isNot);
    }

    private (SourceNode? Value, bool IsNot) Either(SourceNode node, string name, string negated, bool required)
    {
        var plain = node.Find(name);
        var not = node.Find(negated);
        if (plain is not null && not is not null)
            source.Error(not, $"A statement has {name} or {negated}, not both.");
        else if (plain is null && not is null && required)
            source.Error(node, $"The element {name} is missing.");
        return plain is not null ? (plain, false) : (not, true);
    }

    private void WarnOfBrokenVariable(SourceNode text)
    {
        if (variables && Matching.PatternAtom.HasBrokenVariable(text.Text))
            source.Warn(text, "'${' does not start a policy variable here and is taken literally.");
    }

    private static bool IsAction(string text)
    {
        if (text == "*")
            return true;

        var colon = text.IndexOf(':');
        return colon > 0 && colon < text.Length - 1
            && text.AsSpan(0, colon).IndexOfAnyExcept(ActionCharacters) < 0 && text.AsSpan(colon + 1).IndexOfAnyExcept(ActionCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> ActionCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_*?");

    // Incomplete ARNs are accepted: AWS completes them with wildcards.
    private static bool IsResource(string text) => text == "*" || text == "**" || text.StartsWith("arn:", StringComparison.Ordinal);
}
