using System.Security.Cryptography;
using System.Text;
using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>The ids of a key's materials: 64 hexadecimal digits, the same in every copy of a multi-Region key.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/APIReference/API_RotationsListEntry.html"/>
internal static class KeyMaterialIds
{
    /// <summary>The current material's id.</summary>
    public static string MaterialId(this KmsKey key) => key.MaterialId(key.EarlierMaterials.Length);

    /// <summary>The id of the material that came after so many others; imported material has one of its own.</summary>
    public static string MaterialId(this KmsKey key, int place) =>
        (place == key.EarlierMaterials.Length ? key.ImportedId : key.EarlierMaterials[place].ImportedId)
        ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"key-material/{key.Account}/{key.KeyId}/{place}")));
}
