namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>A request as the reference sees it: every fact spelled out by whoever makes the request up.</summary>
internal sealed record ReferenceRequest
{
    /// <summary>anonymous, root, user, role, federated-user, service or provider.</summary>
    public required string Kind { get; init; }

    /// <summary>The user's, session's or federated user's own ARN; the service's or provider's name.</summary>
    public required string Name { get; init; }

    public string? Account { get; init; }

    /// <summary>The role behind a session, the user behind a federated user.</summary>
    public string? Behind { get; init; }

    public string? UniqueId { get; init; }

    public required string Action { get; init; }

    public required string Resource { get; init; }

    public string ResourceAccount { get; init; } = "111111111111";

    /// <summary>All context keys, those that follow from the principal included, in lower case.</summary>
    public required IReadOnlyDictionary<string, string[]> Context { get; init; }

    /// <summary>Spells out the keys that AWS sets from the principal and the resource.</summary>
    /// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable</remarks>
    public ReferenceRequest WithPrincipalKeys()
    {
        var keys = new Dictionary<string, string[]>(Context, StringComparer.Ordinal);
        void Set(string key, string? value)
        {
            if (value != null)
                keys[key] = [value];
        }

        Set("aws:resourceaccount", ResourceAccount);
        Set("aws:principalaccount", Kind == "anonymous" ? "anonymous" : Account);
        Set("aws:principaltype", Kind switch { "anonymous" => "Anonymous", "root" => "Account", "user" => "User", "role" => "AssumedRole", "federated-user" => "FederatedUser", _ => null });
        Set("aws:principalarn", Kind switch { "root" or "user" or "federated-user" => Name, "role" => Behind, _ => null });
        Set("aws:principalisawsservice", Kind switch { "service" => "true", "anonymous" or "provider" => null, _ => "false" });
        Set("aws:principalservicename", Kind == "service" ? Name : null);
        Set("aws:username", Kind == "user" ? Name.Split('/').Last() : null);
        Set("aws:userid", Kind switch
        {
            "anonymous" => "anonymous",
            "root" => Account,
            "user" => UniqueId,
            "role" => UniqueId == null ? null : UniqueId + ":" + Name.Split('/').Last(),
            "federated-user" => Account + ":" + Name.Split('/').Last(),
            _ => null,
        });
        return this with { Context = keys };
    }
}
