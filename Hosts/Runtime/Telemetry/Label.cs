namespace DichVuCong.Runtime.Telemetry;

/// <summary>The names of labels.</summary>
public static class Label
{
    /// <summary>The messaging system: <see cref="Instruments.MessagingSystem"/>.</summary>
    public const string MessagingSystem = "messaging.system";

    /// <summary>What is done with messages: <c>process</c>.</summary>
    public const string MessagingOperation = "messaging.operation.name";

    /// <summary>The endpoint that handles a message: a kind of saga, a recorder, or a partner.</summary>
    public const string Destination = "messaging.destination.name";

    /// <summary>What became of it.</summary>
    public const string Outcome = "dvc.outcome";

    /// <summary>The partner: <c>onestop:H29</c>, <c>sms</c>.</summary>
    public const string Partner = "dvc.partner";

    /// <summary>What a partner is asked to do: the type of the command.</summary>
    public const string Operation = "dvc.operation";

    /// <summary>A clock's name.</summary>
    public const string Clock = "dvc.clock.name";

    /// <summary>Why.</summary>
    public const string Reason = "dvc.reason";

    /// <summary>The state of a circuit: closed, open, half-open.</summary>
    public const string State = "dvc.state";

    /// <summary>Which queue.</summary>
    public const string Queue = "dvc.queue";

    /// <summary>The entrance through which a call came.</summary>
    public const string Entrance = "dvc.entrance";

    /// <summary>The code of an agency at the top of its tree: a ministry or a province.</summary>
    public const string Agency = "dvc.agency";

    /// <summary>Which daily figure.</summary>
    public const string Figure = "dvc.figure";

    /// <summary>A service of the one-stop wire.</summary>
    public const string Service = "dvc.service";

    /// <summary>The kind of a host.</summary>
    public const string Host = "dvc.host";
}
