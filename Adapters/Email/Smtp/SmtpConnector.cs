using System.Text;

namespace DichVuCong.Adapters.Email;

/// <summary>Opens connections that are ready for mail: reached, greeted, secured and logged in as the settings say.</summary>
internal sealed class SmtpConnector(EmailSettings settings, EmailSender sender, TimeProvider time)
{
    private readonly ServerTrust _trust = new(settings);
    private readonly byte[] _hello = Encoding.ASCII.GetBytes($"EHLO {sender.ClientName}\r\n");

    /// <summary>Opens one.</summary>
    /// <exception cref="SmtpFaultException">It did not come to be.</exception>
    public async Task<SmtpConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.ConnectTimeout, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var wire = await SmtpWire.OpenAsync(settings.Host, settings.Port, ended.Token);
        try
        {
            var offered = await IntroduceAsync(wire, ended.Token);
            return new SmtpConnection(wire, offered, time);
        }
        catch
        {
            await wire.DisposeAsync();
            throw;
        }
    }

    private async Task<SmtpExtensions> IntroduceAsync(SmtpWire wire, CancellationToken cancellationToken)
    {
        if (settings.Security == SmtpSecurity.ImplicitTls) await wire.SecureAsync(_trust.Terms(), cancellationToken);
        await ExpectAsync(wire, SmtpStage.Greeting, cancellationToken);
        var offered = await HelloAsync(wire, cancellationToken);
        if (settings.Security == SmtpSecurity.StartTls)
        {
            if (!offered.StartTls) throw new SmtpFaultException(SmtpEnd.By(SmtpStage.Secure, SmtpFault.NotOffered));
            await wire.WriteAsync(SmtpStage.Secure, "STARTTLS\r\n"u8.ToArray(), cancellationToken);
            await ExpectAsync(wire, SmtpStage.Secure, cancellationToken);
            await wire.SecureAsync(_trust.Terms(), cancellationToken);
            // What was offered in clear text may have been written by anybody: it is asked again (RFC 3207 4.2).
            offered = await HelloAsync(wire, cancellationToken);
        }

        if (settings.User.Length > 0) await SmtpAuthentication.LogInAsync(wire, offered, settings, cancellationToken);
        return offered;
    }

    private async Task<SmtpExtensions> HelloAsync(SmtpWire wire, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        await wire.WriteAsync(SmtpStage.Hello, _hello, cancellationToken);
        await ExpectAsync(wire, SmtpStage.Hello, cancellationToken, lines);
        return SmtpExtensions.Read(lines);
    }

    private static async Task ExpectAsync(SmtpWire wire, SmtpStage stage, CancellationToken cancellationToken, List<string>? lines = null)
    {
        var reply = await wire.ReadAsync(stage, cancellationToken, lines);
        if (!reply.IsDone) throw new SmtpFaultException(SmtpEnd.By(stage, reply));
    }
}
