using System.Text;

namespace DichVuCong.Adapters.Email;

/// <summary>Logs in (RFC 4954): PLAIN when it is offered, in one round trip, else LOGIN.</summary>
internal static class SmtpAuthentication
{
    private const SmtpStage Stage = SmtpStage.Authentication;

    /// <summary>Logs in.</summary>
    /// <exception cref="SmtpFaultException">The server refused, or offers neither way.</exception>
    public static Task LogInAsync(SmtpWire wire, SmtpExtensions offered, EmailSettings settings, CancellationToken cancellationToken) => offered switch
    {
        { AuthPlain: true } => SayAsync(wire, $"AUTH PLAIN {Base64($"\0{settings.User}\0{settings.Password}")}", wantsMore: false, cancellationToken),
        { AuthLogin: true } => LoginAsync(wire, settings, cancellationToken),
        _ => throw new SmtpFaultException(SmtpEnd.By(Stage, SmtpFault.NotOffered)),
    };

    private static async Task LoginAsync(SmtpWire wire, EmailSettings settings, CancellationToken cancellationToken)
    {
        await SayAsync(wire, "AUTH LOGIN", wantsMore: true, cancellationToken);
        await SayAsync(wire, Base64(settings.User), wantsMore: true, cancellationToken);
        await SayAsync(wire, Base64(settings.Password), wantsMore: false, cancellationToken);
    }

    private static async Task SayAsync(SmtpWire wire, string line, bool wantsMore, CancellationToken cancellationToken)
    {
        await wire.WriteAsync(Stage, Encoding.ASCII.GetBytes(line + "\r\n"), cancellationToken);
        var reply = await wire.ReadAsync(Stage, cancellationToken);
        if (wantsMore ? !reply.WantsMore : !reply.IsDone) throw new SmtpFaultException(SmtpEnd.By(Stage, reply));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
