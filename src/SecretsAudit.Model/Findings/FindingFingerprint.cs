using System.Security.Cryptography;
using System.Text;

namespace SecretsAudit.Model;

/// <summary>Computes what identifies a finding across runs, machines and re-imports.</summary>
public static class FindingFingerprint
{
    /// <summary>Lower-case hex SHA-256 over rule id, subject and sub-key, length-prefixed so that no two triples collide by concatenation.</summary>
    /// <param name="ruleId">The rule's id.</param>
    /// <param name="identity">The subject's <see cref="FindingSubject.Identity"/>.</param>
    /// <param name="subKey">Tells several findings of one rule on one subject apart; empty when there can be one only. Never a value or an unkeyed hash of one.</param>
    public static string Compute(string ruleId, string identity, string subKey = "")
    {
        var text = $"{ruleId.Length}:{ruleId}|{identity.Length}:{identity}|{subKey.Length}:{subKey}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
