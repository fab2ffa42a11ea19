using System.CommandLine;
using System.Security.Cryptography;
using DichVuCong.Cli.Running;

namespace DichVuCong.Cli.Commands.Audit;

/// <summary><c>dvc audit make-key</c>: a key for signed exports, and its public half beside it.</summary>
internal sealed class AuditMakeKeyCommand : DvcCommand
{
    private readonly Option<string> _out = new("--out") { Description = "The private key's file; FILE.pub gets the public half.", HelpName = "FILE", Required = true };

    public AuditMakeKeyCommand(CliEnvironment environment)
        : base(environment, "make-key", "Make a key for signed exports.") => Options.Add(_out);

    protected override async Task<Answer> AnswerAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var path = arguments.GetRequiredValue(_out);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new StreamWriter(path, options)) await file.WriteLineAsync(key.ExportPkcs8PrivateKeyPem().AsMemory(), cancellationToken);
        await File.WriteAllTextAsync($"{path}.pub", key.ExportSubjectPublicKeyInfoPem() + "\n", cancellationToken);
        return new Answer(new { key = path, publicKey = $"{path}.pub" }, console => console.Line($"Khóa riêng: {path}; khóa công khai để kiểm tra: {path}.pub"));
    }
}
