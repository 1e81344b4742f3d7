using System.Text;

namespace SecretsAudit.Store.Wire;

/// <summary>
/// The ARNs of IAM and STS as another partition spells them. The store keeps one set of users, roles and policies for each account; asked in a region of
/// China or of GovCloud, it takes and answers them under that partition's name. Policy documents are left as they are: they are compared with who calls there.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html#arns-syntax"/>
internal static class PartitionNames
{
    private const string Kept = "aws";
    private static readonly string[] Services = ["iam", "sts"];

    /// <summary>A request's members, with the ARNs as the store keeps them.</summary>
    public static byte[] ToKept(byte[] json, string partition) => partition == Kept ? json : Renamed(json, partition, Kept);

    /// <summary>An answer's members, with the ARNs as the partition names them.</summary>
    public static byte[] FromKept(byte[] json, string partition) => partition == Kept ? json : Renamed(json, Kept, partition);

    // Only whole values: a quotation mark inside a text is escaped in JSON as the store writes it.
    private static byte[] Renamed(byte[] json, string from, string to)
    {
        var text = Encoding.UTF8.GetString(json);
        foreach (var service in Services)
        {
            text = text.Replace($"\"arn:{from}:{service}::", $"\"arn:{to}:{service}::", StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
