namespace DichVuCong.Messaging;

/// <summary>A kind of partner: which commands go to it, on which line, and by which operations.</summary>
public sealed class PartnerDefinition(string endpoint)
{
    private readonly Dictionary<Type, PartnerStep> _steps = [];

    /// <summary>The endpoint's name: <c>onestop</c>, <c>sms</c>, <c>email</c>.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary>The operations by the command's record.</summary>
    public IReadOnlyDictionary<Type, PartnerStep> Steps => _steps;

    /// <summary>Declares an operation.</summary>
    /// <param name="operation">The adapter's handler.</param>
    /// <param name="partner">
    /// Which partner of this kind a command is for (a one-stop system's code); left out, or null for a command, when it is the one that bears
    /// the endpoint's name alone.
    /// </param>
    public PartnerDefinition Operation<TCommand>(IPartnerOperation<TCommand> operation, Func<TCommand, string?>? partner = null)
        where TCommand : class
    {
        _steps.Add(typeof(TCommand), new PartnerStep(
            command => partner?.Invoke((TCommand)command) is { } name ? $"{Endpoint}:{name}" : Endpoint,
            command => operation.RepeatabilityOf((TCommand)command),
            (command, call, cancellationToken) => operation.CallAsync((TCommand)command, call, cancellationToken),
            (command, call, cancellationToken) => operation.AskAsync((TCommand)command, call, cancellationToken)));
        return this;
    }
}

/// <summary>One operation of a partner as the runtime sees it.</summary>
/// <param name="PartnerOf">The partner a command is for: the name of its line.</param>
/// <param name="RepeatabilityOf">What may be done when the outcome is unknown.</param>
/// <param name="CallAsync">Calls the partner.</param>
/// <param name="AskAsync">Asks what became of a call.</param>
public sealed record PartnerStep(
    Func<object, string> PartnerOf,
    Func<object, Repeatability> RepeatabilityOf,
    Func<object, PartnerCall, CancellationToken, Task<Outcome>> CallAsync,
    Func<object, PartnerCall, CancellationToken, Task<Outcome>> AskAsync);
