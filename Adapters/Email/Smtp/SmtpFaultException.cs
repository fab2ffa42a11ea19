using System.Net.Sockets;
using System.Security.Authentication;

namespace DichVuCong.Adapters.Email;

/// <summary>Ends an attempt from deep inside. Its message holds the stage and numbers, nothing that the server wrote.</summary>
internal sealed class SmtpFaultException : Exception
{
    /// <summary>Ends an attempt for a reason that was seen.</summary>
    public SmtpFaultException(SmtpEnd end)
        : base(end.ToString()) => End = end;

    private SmtpFaultException(SmtpEnd end, Exception cause)
        : base(end.ToString(), cause) => End = end;

    /// <summary>How the attempt ended.</summary>
    public SmtpEnd End { get; }

    /// <summary>Whether an exception is one that the network, TLS or the server causes; any other is a defect.</summary>
    public static bool IsOutside(Exception error) => FaultOf(error) is not null;

    /// <summary>Ends an attempt for an exception of that kind.</summary>
    public static SmtpFaultException Of(SmtpStage stage, Exception error) => new(SmtpEnd.By(stage, FaultOf(error)!.Value, DetailOf(error)), error);

    private static SmtpFault? FaultOf(Exception error) => error switch
    {
        OperationCanceledException => SmtpFault.TimedOut,
        AuthenticationException => SmtpFault.Tls,
        InvalidDataException => SmtpFault.Protocol,
        IOException or SocketException => SmtpFault.Network,
        _ => null,
    };

    private static string? DetailOf(Exception error) => error switch
    {
        AuthenticationException => error.Message,
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException { InnerException: SocketException socket } => socket.SocketErrorCode.ToString(),
        EndOfStreamException => "hung up",
        _ => null,
    };
}
