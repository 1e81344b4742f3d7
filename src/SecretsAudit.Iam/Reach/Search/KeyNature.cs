namespace SecretsAudit.Iam.Reach.Search;

/// <summary>Where a context key's value comes from, which decides what somebody outside can make of it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html"/>
internal enum KeyNature
{
    /// <summary>In the caller's hands, or unknown: any value, or none.</summary>
    Free,

    /// <summary>Follows from who calls.</summary>
    Caller,

    /// <summary>The caller's organisation.</summary>
    CallerOrganization,

    /// <summary>In the hands of whoever has an account, absent from unsigned and services' requests: tags, sessions, MFA.</summary>
    CallerSession,

    /// <summary>The address on the internet.</summary>
    Address,

    /// <summary>The VPC endpoint and what lies behind.</summary>
    Vpc,

    /// <summary>The resource for which a service acts.</summary>
    Source,

    /// <summary>The organisation of that resource.</summary>
    SourceOrganization,

    /// <summary>Services between the caller and the resource.</summary>
    Via,

    /// <summary>The time of the request.</summary>
    Time,

    /// <summary>Set by AWS from the resource: one fact, whoever calls.</summary>
    Resource,
}

/// <summary>The nature of each key.</summary>
internal static class KeyNatures
{
    private static readonly Dictionary<string, KeyNature> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aws:PrincipalArn"] = KeyNature.Caller,
        ["aws:PrincipalAccount"] = KeyNature.Caller,
        ["aws:PrincipalType"] = KeyNature.Caller,
        ["aws:PrincipalIsAWSService"] = KeyNature.Caller,
        ["aws:PrincipalServiceName"] = KeyNature.Caller,
        ["aws:PrincipalServiceNamesList"] = KeyNature.Caller,
        ["aws:userid"] = KeyNature.Caller,
        ["aws:username"] = KeyNature.Caller,
        ["kms:CallerAccount"] = KeyNature.Caller,
        ["aws:PrincipalOrgID"] = KeyNature.CallerOrganization,
        ["aws:PrincipalOrgPaths"] = KeyNature.CallerOrganization,
        ["aws:FederatedProvider"] = KeyNature.CallerSession,
        ["aws:TokenIssueTime"] = KeyNature.CallerSession,
        ["aws:MultiFactorAuthPresent"] = KeyNature.CallerSession,
        ["aws:MultiFactorAuthAge"] = KeyNature.CallerSession,
        ["aws:SourceIdentity"] = KeyNature.CallerSession,
        ["aws:AssumedRoot"] = KeyNature.CallerSession,
        ["aws:ChatbotSourceArn"] = KeyNature.CallerSession,
        ["aws:Ec2InstanceSourceVpc"] = KeyNature.CallerSession,
        ["aws:Ec2InstanceSourcePrivateIPv4"] = KeyNature.CallerSession,
        ["aws:SourceIp"] = KeyNature.Address,
        ["aws:SourceVpc"] = KeyNature.Vpc,
        ["aws:SourceVpcArn"] = KeyNature.Vpc,
        ["aws:SourceVpce"] = KeyNature.Vpc,
        ["aws:VpcSourceIp"] = KeyNature.Vpc,
        ["aws:VpceAccount"] = KeyNature.Vpc,
        ["aws:VpceOrgID"] = KeyNature.Vpc,
        ["aws:VpceOrgPaths"] = KeyNature.Vpc,
        ["aws:SourceArn"] = KeyNature.Source,
        ["aws:SourceAccount"] = KeyNature.Source,
        ["aws:SourceOwner"] = KeyNature.Source,
        ["aws:SourceOrgID"] = KeyNature.SourceOrganization,
        ["aws:SourceOrgPaths"] = KeyNature.SourceOrganization,
        ["aws:ViaAWSService"] = KeyNature.Via,
        ["aws:CalledVia"] = KeyNature.Via,
        ["aws:CalledViaFirst"] = KeyNature.Via,
        ["aws:CalledViaLast"] = KeyNature.Via,
        ["aws:CurrentTime"] = KeyNature.Time,
        ["aws:EpochTime"] = KeyNature.Time,
        ["aws:ResourceAccount"] = KeyNature.Resource,
        ["aws:ResourceOrgID"] = KeyNature.Resource,
        ["aws:ResourceOrgPaths"] = KeyNature.Resource,
    };

    public static KeyNature Of(string key) =>
        Known.TryGetValue(key, out var nature) ? nature
        : key.StartsWith("aws:PrincipalTag/", StringComparison.OrdinalIgnoreCase) ? KeyNature.CallerSession
        : IsResourceKey(key) ? KeyNature.Resource
        : KeyNature.Free;

    /// <summary>Whether the key's value stands by itself: it does not follow from another choice.</summary>
    public static bool IsPlain(string key) => Of(key) is KeyNature.Free or KeyNature.CallerSession or KeyNature.Resource;

    /// <summary>Whether AWS puts the key into every request.</summary>
    public static bool IsAlwaysPresent(string key) => key.ToUpperInvariant() is "AWS:SECURETRANSPORT" or "AWS:REQUESTEDREGION" or "AWS:RESOURCEACCOUNT";

    /// <summary>Whether the key's values are true and false.</summary>
    public static bool IsFlag(string key) => key.ToUpperInvariant() is "AWS:SECURETRANSPORT" or "AWS:MULTIFACTORAUTHPRESENT" or "AWS:ASSUMEDROOT"
        or "KMS:BYPASSPOLICYLOCKOUTSAFETYCHECK" or "KMS:GRANTISFORAWSRESOURCE" or "KMS:MULTIREGION" or "SECRETSMANAGER:BLOCKPUBLICPOLICY"
        or "SECRETSMANAGER:FORCEDELETEWITHOUTRECOVERY" or "SECRETSMANAGER:FORCEOVERWRITEREPLICASECRET" or "SECRETSMANAGER:MODIFYROTATIONRULES"
        or "SECRETSMANAGER:ROTATEIMMEDIATELY";

    /// <summary>Whether a request may hold several values of the key.</summary>
    public static bool IsMultivalued(string key, IEnumerable<Term> terms) =>
        key.ToUpperInvariant() is "AWS:TAGKEYS" or "AWS:CALLEDVIA" or "AWS:PRINCIPALSERVICENAMESLIST" or "KMS:ENCRYPTIONCONTEXTKEYS" or "KMS:RESOURCEALIASES"
            or "KMS:GRANTOPERATIONS"
        || (!key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) && terms.Any(term => term.Condition.Operator.Qualifier != SetQualifier.None));

    private static bool IsResourceKey(string key)
    {
        var name = key[(key.IndexOf(':') + 1)..];
        return name.StartsWith("ResourceTag/", StringComparison.OrdinalIgnoreCase)
            || key.ToUpperInvariant() is "KMS:KEYORIGIN" or "KMS:KEYSPEC" or "KMS:KEYUSAGE" or "KMS:MULTIREGION" or "KMS:MULTIREGIONKEYTYPE" or "KMS:RESOURCEALIASES"
                or "SECRETSMANAGER:KMSKEYARN" or "SECRETSMANAGER:SECRETPRIMARYREGION" or "SECRETSMANAGER:TYPE";
    }
}
