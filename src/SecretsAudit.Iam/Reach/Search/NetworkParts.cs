using SecretsAudit.Iam.Conditions;
using SecretsAudit.Iam.Reach.Languages;

namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Where a request comes from: an address on the internet, or a VPC endpoint of somebody outside.</summary>
internal static class NetworkParts
{
    private static readonly string[] PlainKeys = ["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn", "aws:VpcSourceIp", "aws:VpceAccount"];

    public static IEnumerable<RequestPart> Build(SearchScene scene)
    {
        yield return Address(scene);
        foreach (var key in PlainKeys.Where(key => scene.Terms.Of(key).Count > 0))
        {
            var values = scene.ThroughEndpoint ? Values(scene, key) : [];
            // Without an endpoint the keys are absent; older endpoints do not tell their account.
            var absent = !scene.ThroughEndpoint || key == "aws:VpceAccount" || values.Count == 0 ? [null] : Array.Empty<string[]?>();
            var atoms = new ValueAtoms(scene.Terms.Of(key), scene);
            var isTold = key == "aws:VpcSourceIp" ? atoms.Families <= 1 && atoms.Patterns.Count == 0 : atoms.IsTextOnly;
            yield return RequestPart.Of(
                key, absent.Concat(values.Select(value => (string[]?)[value])).Select(value => ChoiceOf(scene, key, value)), !scene.Budget.IsSpent && (isTold || !scene.ThroughEndpoint));
        }

        if (scene.Terms.Of(["aws:VpceOrgID", "aws:VpceOrgPaths"]).Any())
            yield return OrganizationPart.Build(scene, "aws:VpceOrgID", "aws:VpceOrgPaths", scene.ThroughEndpoint, keepAll: false);
    }

    private static Choice ChoiceOf(SearchScene scene, string key, string[]? values) =>
        new() { Holds = scene.Holding([key], _ => values, scene.Blank), Keys = [KeyValuePair.Create(key, values)] };

    private static RequestPart Address(SearchScene scene)
    {
        const string key = "aws:SourceIp";
        if (scene.ThroughEndpoint || scene.Terms.Of(key).Count == 0)
            return RequestPart.Of(key, [ChoiceOf(scene, key, null)], true);

        var atoms = new ValueAtoms(scene.Terms.Of(key), scene);
        AddressRange[] closed =
        [
            .. AddressRegions.Private,
            .. scene.Zone.IpRanges.Select(AddressRange.TryParse).OfType<AddressRange>(),
            .. scene.StrangersOnly ? scene.Terms.Named.Ranges : [],
        ];
        var addresses = AddressRegions.Representatives(atoms.Ranges, closed)
            .Concat(atoms.Literals.Where(text => AddressRange.TryParse(text) is { } address && !text.Contains('/') && !Array.Exists(closed, range => range.Contains(address))));
        // Services and some calls on the caller's behalf come without an address.
        var choices = addresses.Select(address => (string[]?)[address]).Concat(scene.Caller == SceneCaller.Service ? [null] : []).Select(values => ChoiceOf(scene, key, values));
        return RequestPart.Of(key, choices, atoms.Families <= 1 && atoms.Patterns.Count == 0);
    }

    private static List<string> Values(SearchScene scene, string key)
    {
        var atoms = new ValueAtoms(scene.Terms.Of(key), scene);
        if (key == "aws:VpcSourceIp")
            return [.. AddressRegions.Representatives(atoms.Ranges, []).Reverse(), .. atoms.Literals];

        var named = scene.Terms.Named;
        var trusted = key switch
        {
            "aws:SourceVpc" => scene.Zone.Vpcs,
            "aws:SourceVpce" => scene.Zone.VpcEndpoints,
            _ => [],
        };
        var words = LanguageClasses.Representatives(Shape(scene, key), [.. atoms.Patterns, .. trusted.Select(id => SlotPattern.OfLiteral(id).ToArray())], atoms.Literals, scene.Budget);
        return [.. words.Concat(atoms.Literals).Where(value => !trusted.Contains(value) && key switch
        {
            "aws:VpceAccount" => scene.IsOutside(value),
            "aws:SourceVpcArn" => value.Split(':') is [_, _, _, _, var account, ..] && scene.IsOutside(account),
            _ => !(scene.StrangersOnly && named.Networks.Contains(value)),
        })];
    }

    private static Slot[][] Shape(SearchScene scene, string key) => key switch
    {
        "aws:VpceAccount" => [[.. SlotPattern.Times(12, CharacterSet.Digit)]],
        "aws:SourceVpc" => [[.. SlotPattern.OfLiteral("vpc-"), .. SlotPattern.Times(17, CharacterSet.Hexadecimal)], [.. SlotPattern.OfLiteral("vpc-"), .. SlotPattern.Times(8, CharacterSet.Hexadecimal)]],
        "aws:SourceVpce" => [[.. SlotPattern.OfLiteral("vpce-"), .. SlotPattern.Times(17, CharacterSet.Hexadecimal)], [.. SlotPattern.OfLiteral("vpce-"), .. SlotPattern.Times(8, CharacterSet.Hexadecimal)]],
        _ => [[
            .. SlotPattern.OfLiteral($"arn:{scene.Resource.Partition}:ec2:"), Slot.Run(CharacterSet.Name), Slot.Of(':'), .. SlotPattern.Times(12, CharacterSet.Digit),
            .. SlotPattern.OfLiteral(":vpc/vpc-"), .. SlotPattern.Times(17, CharacterSet.Hexadecimal),
        ]],
    };
}
