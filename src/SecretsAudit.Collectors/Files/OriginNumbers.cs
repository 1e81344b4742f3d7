using SecretsAudit.Model;

namespace SecretsAudit.Collectors;

/// <summary>Writes an origin once, and a number for it in each fact. A number is used again after many others, so memory stays bounded.</summary>
internal sealed class OriginNumbers
{
    /// <summary>Numbers in use at a time; no item has as many origins.</summary>
    internal const int Slots = 4096;

    private readonly FactOrigin?[] _slots = new FactOrigin?[Slots];
    private readonly Dictionary<FactOrigin, int> _numbers = [];
    private readonly List<NumberedOrigin> _fresh = [];
    private int _next;

    /// <summary>Called when a number that was read comes to mean another origin.</summary>
    public Action? Renumbered { get; set; }

    /// <summary>The number of an origin; a new one is remembered for <see cref="TakeFresh"/>.</summary>
    public int NumberOf(FactOrigin origin)
    {
        if (_numbers.TryGetValue(origin, out var number))
            return number;
        if (_fresh.Count == Slots)
            throw new InvalidOperationException("One item has more origins than an inventory file can number.");
        number = _next++ % Slots;
        if (_slots[number] is { } former)
            _numbers.Remove(former);
        (_slots[number], _numbers[origin]) = (origin, number);
        _fresh.Add(new NumberedOrigin(number, origin));
        return number;
    }

    /// <summary>The origin of a number; null when no line gave it.</summary>
    public FactOrigin? Of(int number) => number is >= 0 and < Slots ? _slots[number] : null;

    /// <summary>A line that was read.</summary>
    public bool TrySet(NumberedOrigin line)
    {
        if (line.Number is < 0 or >= Slots)
            return false;
        _slots[line.Number] = line.Of;
        Renumbered?.Invoke();
        return true;
    }

    /// <summary>The origins that must stand before the line just serialised.</summary>
    public IReadOnlyList<NumberedOrigin> TakeFresh()
    {
        if (_fresh.Count == 0)
            return [];
        var fresh = _fresh.ToArray();
        _fresh.Clear();
        return fresh;
    }
}
