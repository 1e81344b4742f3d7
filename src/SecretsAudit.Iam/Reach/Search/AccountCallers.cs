using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>
/// The users, role sessions and roots outside of the trust zone that a policy tells apart. Account, name, path and kind all follow from the
/// principal's ARN, so every condition on one of them is taken as a pattern over ARNs and the ARNs are divided once.
/// </summary>
internal sealed class AccountCallers(SearchScene scene)
{
    private const string SomeUserId = "AIDAX7Q2W5E8R1T4Y6U9I";
    private const string SomeRoleId = "AROAX7Q2W5E8R1T4Y6U9I";
    private const string SomeSession = "session";
    private const int MostAccountsWithHints = 8;

    private readonly string _partition = scene.Resource.Partition;

    public IEnumerable<Principal> Principals()
    {
        var literals = PrincipalLiterals().ToHashSet(StringComparer.Ordinal);
        // The plainest stranger first, then what the policy names, then the odd ones.
        var words = LanguageClasses.Representatives(Shapes(), Patterns(), literals, scene.Budget);
        var (users, roles) = UniqueIds();
        var sessions = Sessions();
        foreach (var arn in words.Concat(literals))
        {
            foreach (var principal in PrincipalsOf(arn, users, roles, sessions))
            {
                if (scene.IsOutside(principal.Account!))
                    yield return principal;
            }
        }

        // A variable may read the name: names that the policy or the resource spells out could fit.
        foreach (var account in scene.Terms.VariableKeys.Contains("aws:username") ? words.Select(arn => arn.Split(':')[4]).Distinct().Where(scene.IsOutside).Take(MostAccountsWithHints) : [])
        {
            foreach (var name in ContextParts.Hints(scene).Where(name => name.All(CharacterSet.Name.Contains)))
                yield return Principal.User($"arn:{_partition}:iam::{account}:user/{name}", SomeUserId);
        }

        foreach (var id in scene.StrangersOnly ? [] : Entries(PolicyPrincipalKind.CanonicalUser).Select(entry => entry.Value).Distinct())
            yield return Principal.User(words.First(arn => arn.Contains(":user/", StringComparison.Ordinal) && scene.IsOutside(arn.Split(':')[4])), SomeUserId) with { CanonicalUserId = id };
    }

    private IEnumerable<PolicyPrincipal> Entries(PolicyPrincipalKind kind) =>
        scene.Terms.Policy.Statements.SelectMany(statement => statement.Principals).Where(entry => entry.Kind == kind);

    private IEnumerable<string> PrincipalLiterals() =>
        Entries(PolicyPrincipalKind.Arn).Select(entry => entry.Value).Concat(new ValueAtoms(scene.Terms.Of("aws:PrincipalArn"), scene).Literals);

    private List<Slot[]> Shapes()
    {
        Slot[] Iam(string head, params IEnumerable<Slot>[] tail) =>
            [.. SlotPattern.OfLiteral($"arn:{_partition}:iam::"), .. SlotPattern.Times(12, CharacterSet.Digit), .. SlotPattern.OfLiteral(head), .. tail.SelectMany(part => part)];

        IEnumerable<Slot> name = [Slot.One(CharacterSet.Name), Slot.Run(CharacterSet.Name)];
        IEnumerable<Slot> path = [Slot.One(CharacterSet.Path), Slot.Run(CharacterSet.Path), Slot.Of('/')];
        return
        [
            Iam(":user/", name), Iam(":role/", name), Iam(":root"), Iam(":user/", path, name), Iam(":role/", path, name),
            [
                .. SlotPattern.OfLiteral($"arn:{_partition}:sts::"), .. SlotPattern.Times(12, CharacterSet.Digit), .. SlotPattern.OfLiteral(":federated-user/"),
                Slot.One(CharacterSet.Name), .. name,
            ],
        ];
    }

    private List<Slot[]> Patterns()
    {
        var patterns = new List<Slot[]>();
        foreach (var kind in new[] { "user/", "role/", "root", "federated-user/" })
            patterns.Add(SlotPattern.OfArn(Matching.PatternAtom.Split($"arn:*:*::*:{kind}*", wildcards: true, variables: false))!);
        patterns.AddRange(new ValueAtoms(scene.Terms.Of("aws:PrincipalArn"), scene).Patterns);
        patterns.AddRange(new ValueAtoms(scene.Terms.Of(["aws:PrincipalAccount", "kms:CallerAccount"]), scene).AllAsPatterns.Select(account => SlotPattern.OfAccount(Within(account, CharacterSet.NotColon))));
        patterns.AddRange(scene.Terms.Named.Accounts.Concat(scene.Zone.Accounts).Append(scene.Resource.Account).Distinct().Select(account => SlotPattern.OfAccount(SlotPattern.OfLiteral(account))));
        foreach (var name in new ValueAtoms(scene.Terms.Of("aws:username"), scene).AllAsPatterns)
        {
            IEnumerable<Slot> user = [.. SlotPattern.OfLiteral($"arn:{_partition}:iam::"), .. SlotPattern.Times(12, CharacterSet.Digit), .. SlotPattern.OfLiteral(":user/")];
            patterns.Add([.. user, .. Within(name, CharacterSet.NotSlash)]);
            patterns.Add([.. user, Slot.Run(CharacterSet.Path), Slot.Of('/'), .. Within(name, CharacterSet.NotSlash)]);
        }

        return patterns;
    }

    // The same pattern inside of a longer text: what stands for anything there stays within its part.
    private static IEnumerable<Slot> Within(IEnumerable<Slot> pattern, CharacterSet set) =>
        pattern.Select(slot => slot.Set is null ? slot : slot.Repeats ? Slot.Run(set) : Slot.One(set));

    private (IReadOnlyList<string> Users, IReadOnlyList<(string Id, string Session)> Roles) UniqueIds()
    {
        var atoms = new ValueAtoms(scene.Terms.Of("aws:userid"), scene);
        if (atoms.Families == 0)
            return ([SomeUserId], [(SomeRoleId, SomeSession)]);

        IEnumerable<Slot> Id(string prefix) => [.. SlotPattern.OfLiteral(prefix), .. SlotPattern.Times(17, CharacterSet.UpperOrDigit)];
        Slot[][] shapes = [[.. Id("AIDA")], [.. Id("AROA"), Slot.Of(':'), Slot.One(CharacterSet.Name), Slot.One(CharacterSet.Name), Slot.Run(CharacterSet.Name)]];
        var named = scene.Terms.Named.UniqueIds;
        var patterns = atoms.Patterns.Concat(named.Select(id => (Slot[])[.. SlotPattern.OfLiteral(id), Slot.Run(CharacterSet.Any)]))
            .Append([.. SlotPattern.OfLiteral("AROA"), Slot.Run(CharacterSet.Any)]).ToList();
        var words = LanguageClasses.Representatives(shapes, patterns, atoms.Literals, scene.Budget)
            .Where(word => !named.Contains(word.Split(':')[0])).ToList();
        return (
            [.. words.Where(word => word.StartsWith("AIDA", StringComparison.Ordinal))],
            [.. words.Select(word => word.Split(':', 2)).Where(parts => parts.Length == 2).Select(parts => (parts[0], parts[1]))]);
    }

    // The sessions that the policy names, by account and role name.
    private ILookup<(string Account, string Role), string> Sessions() => PrincipalLiterals()
        .Select(arn => arn.Split(':', 6)).Where(parts => parts is [_, _, "sts", _, _, _])
        .Select(parts => (Account: parts[4], Parts: parts[5].Split('/'))).Where(session => session.Parts is ["assumed-role", _, _])
        .ToLookup(session => (session.Account, session.Parts[1]), session => session.Parts[2]);

    private static IEnumerable<Principal> PrincipalsOf(
        string arn, IReadOnlyList<string> users, IReadOnlyList<(string Id, string Session)> roles, ILookup<(string Account, string Role), string> sessions)
    {
        var parts = arn.Split(':', 6);
        if (parts.Length != 6 || !Principal.IsAccountId(parts[4]))
            return [];
        var account = parts[4];
        var name = parts[5][(parts[5].LastIndexOf('/') + 1)..];
        return (parts[2], parts[5].Split('/')) switch
        {
            ("iam", ["root"]) => [Principal.Root(account, parts[1])],
            ("iam", ["user", ..]) when name.Length > 0 => users.Select(id => Principal.User(arn, id)),
            ("iam", ["role", ..]) when name.Length > 0 => roles
                .Concat(sessions[(account, name)].SelectMany(session => roles.Take(1).Select(role => (role.Id, session))))
                .Select(role => Principal.RoleSession(arn, role.Item2, role.Id)),
            ("sts", ["assumed-role", var role, var session]) when roles.Count > 0 =>
                [Principal.RoleSession($"arn:{parts[1]}:iam::{account}:role/{role}", session, roles[0].Id)],
            ("sts", ["federated-user", _]) => [Principal.FederatedUser($"arn:{parts[1]}:iam::{account}:user/x", name)],
            _ => [],
        };
    }
}
