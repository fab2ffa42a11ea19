using System.Diagnostics.CodeAnalysis;

namespace DichVuCong.Adapters.OneStop.Wire;

/// <summary>What reading came to: a value, or the fault that stood in its way. Reading partners' bodies throws nothing.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
public sealed class WireResult<T>
    where T : class
{
    internal WireResult(T value) => Value = value;

    internal WireResult(WireFault fault) => Fault = fault;

    /// <summary>The value; null when there is a fault.</summary>
    public T? Value { get; }

    /// <summary>The fault; null when there is a value.</summary>
    public WireFault? Fault { get; }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsRead => Value is not null;
}
