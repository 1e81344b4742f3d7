using System.Text.Json;
using System.Text.Json.Nodes;

namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>How directly a statement names a caller; more is more direct.</summary>
internal enum ReferenceLink
{
    No,
    ByAccount,
    ByRole,
    Itself,
}

/// <summary>A policy as JSON; every question reads it anew, slowly and plainly, as the AWS pages tell it.</summary>
internal sealed class ReferencePolicy(string json)
{
    private readonly JsonNode _root = JsonNode.Parse(json)!;

    private bool Variables => _root["Version"]?.GetValue<string>() == "2012-10-17";

    public static string[] List(JsonNode? node) => node switch
    {
        JsonArray array => [.. array.Select(Text)],
        null => [],
        _ => [Text(node)],
    };

    /// <summary>Whether a statement of this effect matches.</summary>
    public bool Any(string effect, ReferenceRequest request) => Links(effect, request).Any();

    /// <summary>The most direct link of a matching Allow.</summary>
    public ReferenceLink Grant(ReferenceRequest request) => Links("Allow", request).Append(ReferenceLink.No).Max();

    private IEnumerable<ReferenceLink> Links(string effect, ReferenceRequest request)
    {
        var statements = _root["Statement"] is JsonArray array ? array.ToList() : new List<JsonNode?> { _root["Statement"] };
        foreach (var statement in statements)
        {
            var link = LinkTo(statement!, request);
            if (statement!["Effect"]!.GetValue<string>() == effect && link != ReferenceLink.No && Action(statement, request)
                && Resource(statement, request) && ReferenceCondition.Holds(statement["Condition"], request, Variables))
                yield return link;
        }
    }

    private static bool Action(JsonNode statement, ReferenceRequest request)
    {
        bool Listed(string name) => List(statement[name]).Any(action => ReferenceText.Like(action.ToLowerInvariant(), request.Action.ToLowerInvariant()));
        return statement["Action"] != null ? Listed("Action") : !Listed("NotAction");
    }

    private bool Resource(JsonNode statement, ReferenceRequest request)
    {
        bool Listed(string name) => List(statement[name])
            .Select(resource => Variables ? ReferenceText.Replace(resource, request) : resource)
            .Any(resource => resource != null && ReferenceText.LikeArn(resource, request.Resource));
        return statement["Resource"] != null ? Listed("Resource") : statement["NotResource"] == null || !Listed("NotResource");
    }

    private static ReferenceLink LinkTo(JsonNode statement, ReferenceRequest request)
    {
        if (statement["Principal"] is { } principal)
            return Entries(principal).Select(entry => LinkTo(entry.Type, entry.Value, request)).Append(ReferenceLink.No).Max();
        if (statement["NotPrincipal"] is not { } notPrincipal)
            return ReferenceLink.Itself;

        // Access for all but those listed.
        if (statement["Effect"]!.GetValue<string>() == "Allow")
            return Entries(notPrincipal).Any(entry => LinkTo(entry.Type, entry.Value, request) != ReferenceLink.No) ? ReferenceLink.No : ReferenceLink.Itself;

        // The account, the role and the caller itself are looked up one after the other, and each has to be listed.
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
        var entries = Entries(notPrincipal).ToList();
        var everyone = entries.Any(entry => entry.Value == "*");
        var account = request.Account == null || entries.Any(entry => entry.Type == "AWS" && NamesAccount(entry.Value, request.Account));
        var role = request.Behind == null || entries.Any(entry => entry.Type == "AWS" && (entry.Value == request.Behind || entry.Value == request.UniqueId));
        var self = request.Kind == "root" ? account : entries.Any(entry => LinkTo(entry.Type, entry.Value, request) == ReferenceLink.Itself);
        return everyone || (account && role && self) ? ReferenceLink.No : ReferenceLink.Itself;
    }

    private static ReferenceLink LinkTo(string type, string value, ReferenceRequest request)
    {
        switch (type)
        {
            case "AWS" when value == "*":
                return ReferenceLink.Itself;
            case "AWS" when request.Account == null:
                return ReferenceLink.No;
            case "AWS" when NamesAccount(value, request.Account):
                return request.Kind == "root" ? ReferenceLink.Itself : ReferenceLink.ByAccount;
            case "AWS" when value == request.Name:
                return ReferenceLink.Itself;
            case "AWS" when value == request.Behind:
                return ReferenceLink.ByRole;
            case "AWS" when value == request.UniqueId:
                return request.Kind == "role" ? ReferenceLink.ByRole : ReferenceLink.Itself;
            case "Service":
                return request.Kind == "service" && request.Name == value ? ReferenceLink.Itself : ReferenceLink.No;
            case "Federated":
                return request.Kind == "provider" && request.Name == value ? ReferenceLink.Itself : ReferenceLink.No;
            default:
                return ReferenceLink.No;
        }
    }

    private static bool NamesAccount(string value, string account) => value == account || value == $"arn:aws:iam::{account}:root";

    private static IEnumerable<(string Type, string Value)> Entries(JsonNode principal) => principal is JsonValue
        ? [("AWS", "*")]
        : principal.AsObject().SelectMany(member => List(member.Value).Select(value => (member.Key, value)));

    private static string Text(JsonNode? node) => node!.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
