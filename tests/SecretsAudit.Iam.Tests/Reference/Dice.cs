namespace SecretsAudit.Iam.Tests.Reference;

/// <summary>A fixed sequence of choices for a seed, the same on every platform.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = (seed * 2) + 1;

    public int Next(int below)
    {
        // SplitMix64: https://prng.di.unimi.it/splitmix64.c describes the constants.
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)below);
    }

    public bool OneIn(int many) => Next(many) == 0;

    public T Of<T>(params IReadOnlyList<T> choices) => choices[Next(choices.Count)];

    /// <summary>Between one and <paramref name="most"/> of the choices.</summary>
    public T[] Some<T>(int most, params IReadOnlyList<T> choices) => [.. Enumerable.Range(0, 1 + Next(most)).Select(_ => Of(choices)).Distinct()];
}
