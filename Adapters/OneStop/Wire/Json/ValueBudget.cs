namespace DichVuCong.Adapters.OneStop.Wire.Json;

/// <summary>How many JSON values a body may still have, over all the JSON texts inside it.</summary>
internal sealed class ValueBudget(int values)
{
    private int _left = values;

    /// <summary>Whether a number without a fraction was among them.</summary>
    public bool SawInteger { get; set; }

    /// <summary>Takes one; false when there is none left.</summary>
    public bool Take() => --_left >= 0;
}
