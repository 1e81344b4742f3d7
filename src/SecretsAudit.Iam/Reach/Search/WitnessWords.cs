namespace SecretsAudit.Iam.Reach.Search;

/// <summary>A witness request in words.</summary>
internal sealed class WitnessWords(SearchScene scene, AccessRequest request, IReadOnlyList<KeyValuePair<string, string[]?>> keys, bool callerMatters)
{
    private bool IsNamedAccount => request.Principal.Account is { } account && scene.Terms.Named.Accounts.Contains(account);

    public WitnessKind Kind => scene.Caller switch
    {
        SceneCaller.Anonymous => WitnessKind.Anonymous,
        SceneCaller.Service => WitnessKind.Service,
        SceneCaller.Federated => WitnessKind.Federated,
        _ when callerMatters && (IsNamedAccount || request.Principal.CanonicalUserId is not null) => WitnessKind.NamedAccount,
        _ when Organization is { } id && scene.Terms.Named.Organizations.Contains(id) => WitnessKind.NamedOrganization,
        _ => WitnessKind.AnyAccount,
    };

    private string? Organization => keys.FirstOrDefault(pair => pair.Key.Equals("aws:PrincipalOrgID", StringComparison.OrdinalIgnoreCase)).Value?[0]
        ?? keys.FirstOrDefault(pair => pair.Key.Equals("aws:PrincipalOrgPaths", StringComparison.OrdinalIgnoreCase)).Value?[0].Split('/')[0];

    public string Sentence()
    {
        var action = request.Action[(request.Action.IndexOf(':') + 1)..];
        var place = string.Join(" and ", Network().Concat(Time()));
        return string.Join(' ', new[] { $"{Who()} can call {action}", place }.Concat(Sent()).Where(part => part.Length > 0));
    }

    public IReadOnlyList<string> Assumptions() =>
    [
        .. keys.Where(pair => KeyNatures.Of(pair.Key) == KeyNature.Resource && scene.Fixed.Find(pair.Key) is null && pair.Value is not null)
            .Select(pair => $"The resource has {pair.Key} = {Shown(pair.Value!)}."),
        .. keys.Where(pair => KeyNatures.Of(pair.Key) == KeyNature.Resource && scene.Fixed.Find(pair.Key) is null && pair.Value is null)
            .Select(pair => $"The resource has no {pair.Key}."),
    ];

    private string Who()
    {
        var principal = request.Principal;
        return Kind switch
        {
            WitnessKind.Anonymous => "anyone, without credentials,",
            WitnessKind.Service => $"the service {principal.Arn}, {ActingFor()},",
            WitnessKind.Federated => $"any user of {principal.Arn}",
            WitnessKind.NamedAccount when principal.CanonicalUserId is { } id => $"the account with the canonical user id {id}",
            WitnessKind.NamedAccount when NamesPrincipal() => $"{(principal.Kind == PrincipalKind.RoleSession ? principal.IssuerArn : principal.Arn)}",
            WitnessKind.NamedAccount => $"account {principal.Account}{As(principal)}",
            WitnessKind.NamedOrganization => $"any account of the organisation {Organization}{As(principal)}",
            _ => callerMatters && HasPatternedAccount() ? $"any AWS account such as {principal.Account}{As(principal)}" : $"any AWS account{InOrganization()}{As(principal)}",
        };
    }

    private string ActingFor()
    {
        var source = request.Context.Find("aws:SourceArn")?[0];
        var account = request.Context.Find("aws:SourceAccount")?[0];
        return source is not null ? $"acting for {source}{(account is not null && !source.Contains(account, StringComparison.Ordinal) ? $" of account {account}" : "")}"
            : account is not null ? $"acting for account {account}" : "acting for whomever";
    }

    private bool NamesPrincipal() => scene.Terms.Policy.Statements.SelectMany(statement => statement.Principals)
        .Any(entry => entry.Kind == PolicyPrincipalKind.Arn && entry.LinkTo(request.Principal) != PrincipalLink.None);

    // Whether the account was found by a pattern such as "4444*" and not as anybody's.
    private bool HasPatternedAccount() => scene.Terms.Of(["aws:PrincipalAccount", "kms:CallerAccount"])
        .Any(term => !term.Condition.Operator.IsNegated && term.Condition.Values.Any(value => value.AsSpan().ContainsAny('*', '?') && value.AsSpan().ContainsAnyInRange('0', '9')));

    private string As(Principal principal) => !callerMatters || scene.Terms.Of(["aws:PrincipalArn", "aws:username", "aws:userid", "aws:PrincipalType"]).Any() is false ? "" : principal.Kind switch
    {
        PrincipalKind.User => $", as a user such as {principal.Arn},",
        PrincipalKind.RoleSession => $", through a role such as {principal.IssuerArn} with the session name {principal.Arn[(principal.Arn.LastIndexOf('/') + 1)..]},",
        PrincipalKind.Root => ", as its root user,",
        _ => $", as {principal.Arn},",
    };

    private string InOrganization()
    {
        var id = keys.FirstOrDefault(pair => pair.Key.Equals("aws:PrincipalOrgID", StringComparison.OrdinalIgnoreCase));
        var path = keys.FirstOrDefault(pair => pair.Key.Equals("aws:PrincipalOrgPaths", StringComparison.OrdinalIgnoreCase));
        if (id.Key is null && path.Key is null)
            return "";
        if ((path.Value ?? id.Value) is not { } place)
            return " that is in no organisation";
        return $" of an organisation such as {place[0]}";
    }

    private IEnumerable<string> Network()
    {
        foreach (var (key, values) in keys)
        {
            if (KeyNatures.Of(key) is KeyNature.Address or KeyNature.Vpc && values is not null)
                yield return key.Equals("aws:SourceIp", StringComparison.OrdinalIgnoreCase) ? $"from an address such as {values[0]}" : $"through a VPC endpoint with {key} = {values[0]}";
        }

        if (scene.ThroughEndpoint && keys.Any(pair => KeyNatures.Of(pair.Key) is KeyNature.Address && pair.Value is null))
            yield return "through a VPC endpoint of its own";
    }

    private IEnumerable<string> Time() => keys
        .Where(pair => KeyNatures.Of(pair.Key) == KeyNature.Time && pair.Value is not null && request.Context.Find("aws:CurrentTime") is not null)
        .Select(_ => $"at a time such as {request.Context.Find("aws:CurrentTime")![0]}").Take(1);

    private IEnumerable<string> Sent()
    {
        var sent = new List<string>();
        foreach (var (key, values) in keys)
        {
            var nature = KeyNatures.Of(key);
            if (nature is not (KeyNature.Free or KeyNature.CallerSession or KeyNature.Via))
                continue;
            if (values is not null)
                sent.Add($"{(nature == KeyNature.Free ? "it sends " : nature == KeyNature.Via ? "it calls with " : "it has ")}{key} = {Shown(values)}");
            else if (nature != KeyNature.Via)
                sent.Add($"{(nature == KeyNature.Free ? "it sends" : "it has")} no {key}");
        }

        if (sent.Count > 0)
            yield return "if " + string.Join(" and ", sent);
    }

    private static string Shown(string[] values) => string.Join(", ", values.Select(value => value.Length == 0 ? "\"\"" : Documents.ElementReader.Shown(value)));
}
