using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Kms;

/// <summary>New material for symmetric keys; the old stays for what it encrypted.</summary>
/// <seealso href="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"/>
internal static class MaterialRotations
{
    /// <exception cref="UnsupportedKmsOperationException">The key is not symmetric.</exception>
    public static void RequireRotatable(this KmsKey key)
    {
        if (!key.IsSymmetric)
        {
            throw new UnsupportedKmsOperationException("");
        }
    }

    /// <summary>The key with new material.</summary>
    public static KmsKey WithNewMaterial(this KmsKey key, byte[] wrapped, DateTimeOffset at, bool onDemand) => key with
    {
        WrappedMaterial = wrapped,
        EarlierMaterials = key.EarlierMaterials.Add(new(key.WrappedMaterial, key.LastRotation, key.ImportedId)),
        LastRotation = new(at, onDemand),
    };

    /// <summary>Every material with its place and the rotation that brought it, oldest first.</summary>
    public static IEnumerable<(int Place, MaterialRotation? Rotation)> Materials(this KmsKey key) =>
        key.EarlierMaterials.Select(material => material.Rotation).Append(key.LastRotation).Select((rotation, place) => (place, rotation));
}
