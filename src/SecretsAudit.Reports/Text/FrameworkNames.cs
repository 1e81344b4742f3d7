namespace SecretsAudit.Reports.Text;

/// <summary>Control frameworks by the names their publishers give them.</summary>
internal static class FrameworkNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["aws-fsbp"] = "AWS Foundational Security Best Practices",
        ["cis-aws"] = "CIS AWS Foundations Benchmark",
        ["hipaa"] = "HIPAA Security Rule",
        ["iso-27001-2022"] = "ISO/IEC 27001:2022",
        ["nist-800-53-r5"] = "NIST SP 800-53 Rev. 5",
        ["pci-dss-4.0"] = "PCI DSS 4.0",
        ["pci-dss-4.0.1"] = "PCI DSS 4.0.1",
        ["soc2"] = "SOC 2",
        ["cwe"] = "Common Weakness Enumeration",
    };

    /// <summary>The name; an unknown id stands for itself.</summary>
    public static string Of(string id) => Names.TryGetValue(id, out var name) ? name : id;
}
