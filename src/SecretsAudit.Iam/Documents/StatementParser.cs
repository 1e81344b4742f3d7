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
        if (kind == PolicyKind.ResourceControl)
            CheckResourceControl(node, effect, principals, actions, notAction);
        var (resources, notResource) = ReadResources(node);
        return new PolicyStatement(variables)
        {
            Index = index,
            Sid = ReadSid(node),
            Effect = effect,
            Position = source.PositionAt(node.Offset),
            PrincipalPosition = PositionOf(node, "Principal", "NotPrincipal"),
            ActionPosition = PositionOf(node, "Action", "NotAction"),
            ResourcePosition = PositionOf(node, "Resource", "NotResource"),
            Principals = principals,
            IsNotPrincipal = notPrincipal,
            Actions = actions,
            IsNotAction = notAction,
            Resources = resources,
            IsNotResource = notResource,
            Conditions = node.Find("Condition") is { } condition ? _conditions.Parse(condition) : [],
        };
    }

    private TextPosition PositionOf(SourceNode node, string name, string negated)
    {
        foreach (var (member, offset, _) in node.Members)
        {
            if (member == name || member == negated)
                return source.PositionAt(offset);
        }

        return source.PositionAt(node.Offset);
    }

    // https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html
    private void CheckResourceControl(SourceNode node, PolicyEffect effect, IReadOnlyList<PolicyPrincipal> principals, IReadOnlyList<string> actions, bool notAction)
    {
        if (notAction)
            source.Error(node.Find("NotAction")!, "A resource control policy does not take NotAction.");
        foreach (var principal in principals.Where(principal => principal.Kind != PolicyPrincipalKind.Everyone).Take(1))
            source.Error(node.Find("Principal") ?? node, $"A resource control policy applies to everyone: its principal is \"*\", not {ElementReader.Shown(principal.Value)}.");
        if (effect == PolicyEffect.Allow && (actions is not ["*"] || node.Find("Resource") is not { } resource || resource.AsList is not [{ Text: "*" }] || node.Find("Condition") is not null))
            source.Error(node.Find("Effect") ?? node, "A resource control policy denies; only AWS's own RCPFullAWSAccess allows, which is everything and without a condition.");
        if (effect == PolicyEffect.Deny && actions.Contains("*"))
            source.Error(node.Find("Action") ?? node, "A resource control policy names the service of its actions, such as secretsmanager:*.");
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

        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
        if (isNot && (kind is PolicyKind.RoleTrust or PolicyKind.ResourceControl))
            source.Error(value, "This kind of policy does not take NotPrincipal.");
        else if (isNot && effect == PolicyEffect.Allow)
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
            else if (kind == PolicyKind.RoleTrust && text.Text.Contains(':') && !text.Text.StartsWith("sts:", StringComparison.OrdinalIgnoreCase))
                source.Error(text, "A trust policy allows or denies STS actions only.");
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
            WarnOfVariable(text);
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

    private void WarnOfVariable(SourceNode text)
    {
        var first = text.Text.IndexOf("${", StringComparison.Ordinal);
        if (first < 0)
            return;
        if (!variables)
            source.Warn(text, "Policy variables need Version 2012-10-17; here the text stands for itself.");
        else if (Matching.PatternAtom.HasBrokenVariable(text.Text))
            source.Warn(text, "'${' does not start a policy variable here and is taken literally.");
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-resourceelement
        else if (text.Text.AsSpan(0, first).Count(':') < 5)
            source.Warn(text, "AWS takes policy variables only in an ARN's last part.");
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
