namespace SecretsAudit.Model;

/// <summary>Creates facts with the type inferred.</summary>
public static class Fact
{
    /// <summary>A fact with a value.</summary>
    public static Fact<T> Known<T>(T value, FactOrigin origin)
        where T : notnull
        => Fact<T>.Known(value, origin);

    /// <summary>Known when AWS sent the member, absent when it left it out: AWS omits what it has none of.</summary>
    public static Fact<T> FromMember<T>(T? member, FactOrigin origin)
        where T : class
        => member is null ? Fact<T>.Absent(origin) : Fact<T>.Known(member, origin);

    /// <inheritdoc cref="FromMember{T}(T?, FactOrigin)"/>
    public static Fact<T> FromMember<T>(T? member, FactOrigin origin)
        where T : struct
        => member is { } value ? Fact<T>.Known(value, origin) : Fact<T>.Absent(origin);
}
