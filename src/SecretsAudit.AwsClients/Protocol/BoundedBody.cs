namespace SecretsAudit.AwsClients;

/// <summary>Reads an answer's body, however it is framed, up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Bytes; AWS's largest answers (a page of Config results) stay below 2 MB.</summary>
    internal const int Limit = 32 * 1024 * 1024;

    /// <exception cref="InvalidDataException">The body is longer than <see cref="Limit"/>.</exception>
    public static ReadOnlyMemory<byte> Read(Stream stream)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        int read;
        while ((read = stream.Read(buffer, length, buffer.Length - length)) > 0)
        {
            length += read;
            if (length > Limit)
                throw new InvalidDataException($"The endpoint's answer is longer than {Limit} bytes.");
            if (length == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 4);
        }
        return buffer.AsMemory(0, length);
    }
}
