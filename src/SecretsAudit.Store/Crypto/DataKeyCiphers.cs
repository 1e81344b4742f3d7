using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SecretsAudit.Store.Crypto;

/// <summary>
/// Ciphers of the data keys that were used last: a value that is read again is decrypted without unwrapping its key again. A cipher serves one
/// caller at a time; whether the caller and the KMS key may is asked before, at every call.
/// </summary>
internal sealed class DataKeyCiphers
{
    // Several ciphers of one key have places beside each other, for callers at the same time.
    private const int Groups = 64;
    private const int InGroup = 4;

    private readonly DataKeyCipher?[] _kept = new DataKeyCipher?[Groups * InGroup];

    /// <summary>The cipher of a data key that was wrapped under a material; null when none is kept. Whoever takes it gives it back.</summary>
    public DataKeyCipher? Take(byte[] wrapped, byte[] material)
    {
        foreach (ref var place in GroupOf(wrapped))
        {
            if (place is { } kept && ReferenceEquals(kept.Wrapped, wrapped) && ReferenceEquals(kept.Material, material) && Interlocked.CompareExchange(ref place, null, kept) == kept)
            {
                return kept;
            }
        }

        return null;
    }

    /// <summary>Keeps a cipher for the next caller, in the place of an older one if need be.</summary>
    public void Return(DataKeyCipher used)
    {
        var group = GroupOf(used.Wrapped);
        foreach (ref var place in group)
        {
            if (Interlocked.CompareExchange(ref place, used, null) is null)
            {
                return;
            }
        }

        Interlocked.Exchange(ref group[0], used)?.Cipher.Dispose();
    }

    /// <summary>Lets go of all that are kept; others may follow.</summary>
    public void Clear()
    {
        foreach (ref var place in _kept.AsSpan())
        {
            Interlocked.Exchange(ref place, null)?.Cipher.Dispose();
        }
    }

    private Span<DataKeyCipher?> GroupOf(byte[] wrapped) => _kept.AsSpan((int)((uint)RuntimeHelpers.GetHashCode(wrapped) % Groups) * InGroup, InGroup);
}

/// <summary>The cipher of one data key.</summary>
/// <param name="Wrapped">The wrapped key; it is known by this object, not by its bytes.</param>
/// <param name="Material">The KMS key's current material as it is wrapped, when the key was unwrapped.</param>
/// <param name="Cipher">The cipher.</param>
internal sealed record DataKeyCipher(byte[] Wrapped, byte[] Material, AesGcm Cipher);
