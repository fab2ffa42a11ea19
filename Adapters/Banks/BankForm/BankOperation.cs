using DichVuCong.Adapters.Banks.Wire;

namespace DichVuCong.Adapters.Banks.BankForm;

/// <summary>One operation of the form: its path, what it sends, and how its answer is read.</summary>
/// <typeparam name="TRequest">What it is asked.</typeparam>
/// <typeparam name="TAnswer">What it answers.</typeparam>
public sealed class BankOperation<TRequest, TAnswer>
    where TAnswer : class
{
    internal BankOperation(string path, Func<TRequest, IEnumerable<(string Name, object? Value)>> write, Func<PartnerObject, TRequest, string, TAnswer?> read)
    {
        Path = path;
        Write = write;
        Read = read;
    }

    /// <summary>The path under the bank's API.</summary>
    public string Path { get; }

    internal Func<TRequest, IEnumerable<(string Name, object? Value)>> Write { get; }

    /// <summary>Reads an answer of the bank of that name; null when it is none of the form's, or about something else.</summary>
    internal Func<PartnerObject, TRequest, string, TAnswer?> Read { get; }
}
