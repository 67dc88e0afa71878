using OnRecord.Platform.Storage;
using OnRecord.TransparencyLog;
using Quartz;

namespace OnRecord.PublicRecord.Witnessing;

/// <summary>Asks the witnesses for their cosignatures under the newest checkpoint, all at once. Several nodes may: a witness gives the same twice.</summary>
[DisallowConcurrentExecution]
internal sealed class AskWitnesses(
    WitnessPolicies policies,
    SignCheckpoint signer,
    IServiceScopeFactory scopes,
    ILogger<AskWitnesses> log
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await AskAll(cancellationToken);

    public async Task AskAll(CancellationToken stop)
    {
        try
        {
            if (policies.Asked() is not { } policy || await signer.Newest(stop) is not { } signed)
                return;
            var witnesses = policy.Witnesses.Values.Where(witness => witness.Address is not null);
            await Task.WhenAll(witnesses.Select(witness => Ask(witness, signed, stop)));
        }
        catch (RecordRefusal refusal)
        {
            // Who publishes, serves the checkpoint or looks at the desk is told; this comes round every few seconds.
            log.LogDebug(refusal, "No witness was asked");
        }
    }

    private async Task Ask(PolicyWitness witness, SignedCheckpoint signed, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await ActivatorUtilities.CreateInstance<AskWitness>(scope.ServiceProvider).Run(witness, signed, stop);
        }
        catch (Microsoft.EntityFrameworkCore.DbUpdateException failure)
        {
            // Another node asked the same witness at this very moment.
            log.LogInformation(failure, "What {Witness} answered is kept already", witness.Key.Name);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One witness must not hold back the others.
            log.LogError(failure, "The witness {Witness} could not be asked", witness.Key.Name);
        }
    }
}
